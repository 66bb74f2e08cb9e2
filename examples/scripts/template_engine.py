"""A small template engine: {{ expressions }}, {% for %}, {% if %}, compiled to Python."""
import re


class Template:
    TOKEN = re.compile(r'({{.*?}}|{%.*?%})', re.S)

    def __init__(self, text):
        code, depth = ['def render(ctx):', '    out = []'], 1
        for part in self.TOKEN.split(text):
            pad = '    ' * depth
            if part.startswith('{{'):
                code.append(f'{pad}out.append(str(eval({part[2:-2].strip()!r}, {{}}, ctx)))')
            elif part.startswith('{%'):
                word, _, rest = part[2:-2].strip().partition(' ')
                if word == 'for':
                    name, _, seq = rest.partition(' in ')
                    code.append(f'{pad}for item in eval({seq!r}, {{}}, ctx):')
                    code.append(f'{pad}    ctx = dict(ctx, {name}=item)')
                    depth += 1
                elif word == 'if':
                    code.append(f'{pad}if eval({rest!r}, {{}}, ctx):')
                    depth += 1
                elif word == 'else':
                    code.append('    ' * (depth - 1) + 'else:')
                elif word == 'end':
                    depth -= 1
                else:
                    raise SyntaxError(f'unknown tag {word!r}')
            elif part:
                code.append(f'{pad}out.append({part!r})')
        code.append('    return "".join(out)')
        ns = {}
        exec(compile('\n'.join(code), '<template>', 'exec'), ns)
        self.render = ns['render']


t = Template("""Dear {{ name.title() }},
{% for x in items %}{% if x['n'] > 1 %}- {{ x['n'] }} {{ x['what'] }}s
{% else %}- one {{ x['what'] }}
{% end %}{% end %}Total: {{ sum(x['n'] for x in all) }}
""")
rows = [{'n': 2, 'what': 'pear'}, {'n': 1, 'what': 'fig'}]
try:
    print(t.render({'name': 'ada lovelace', 'items': rows, 'all': rows}))
    Template('{% loop %}')
except SyntaxError as e:
    print('SyntaxError:', e)
