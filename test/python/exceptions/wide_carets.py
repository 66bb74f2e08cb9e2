# Carets of traceback.py under wide characters, behind brackets and over several lines.
import linecache
import traceback


def show(src):
    linecache.cache['<s>'] = (len(src), None, src.splitlines(True), '<s>')
    try:
        exec(compile(src, '<s>', 'exec'))
    except Exception as e:
        print(''.join(traceback.format_exception(e)[2:]))


for s in ['x = "日本" + 1', '"日本語", 1/0', 'a="😀😀"; b = a + 1 + 2', '日本 = 1; 日本.foo', '"e\u0301e\u0301" + (1/0)', '[1,2]["日"]' if 0 else '{}["日"]', 'if 1:\n\tx = "日" + 1',
          "print('日本', 1/0, '語')", '((1)) + (None)', '(("日")) /(2)', '[1,2] [ 5 ]', '( [1] )[(7)]', 'x = {"日":1}  [ "本" ]  ', "(1\n +\n None)", "f = [\n1][\n4]", "(  (1)#)\n )/0", "x=1; x @ 1"]:
    show(s)
