# Where an unhashable item of a starred display is shown.
import traceback

for text in ['{*{1, []}, 2}', '{*{1, []}}', '[*{1, []}]', '{(not ()), *{"a", set()}}', '{*{"abc", set()}, (not ())}', '{*[1, []], 3}', '{*[1], []}', '{**{[]: 1}, "a": 2}', '{*{1, []}, 4 + 1}']:
    try:
        exec(compile('v = ' + text, 'f', 'exec'))
    except TypeError as e:
        frame = traceback.extract_tb(e.__traceback__)[-1]
        print(text, frame.colno, frame.end_colno, e)
