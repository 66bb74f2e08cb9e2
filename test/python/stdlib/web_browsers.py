# No browser but the program's own; what a host without any answers.
import webbrowser

webbrowser._tryorder = []
webbrowser._browsers = {}
print(webbrowser.open('http://localhost/'), webbrowser.open_new('x'), webbrowser.open_new_tab('x'))


def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__module__, type(e).__name__, e)


attempt(webbrowser.get)
attempt(webbrowser.get, 'shop')


class Shop(webbrowser.BaseBrowser):
    def open(self, url, new=0, autoraise=True):
        print('shop', url, new, autoraise)
        return url != 'no'


webbrowser.register('Shop', Shop)
webbrowser.register('first', None, Shop('first'), preferred=True)
print(webbrowser.open('yes'), webbrowser.open('no'), webbrowser.open_new_tab('yes', ))
print(type(webbrowser.get('SHOP')).__name__, webbrowser.get().name, webbrowser.get('shop').open_new('u'))
import select
print(select.PIPE_BUF)
