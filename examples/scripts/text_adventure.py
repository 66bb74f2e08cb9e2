"""A text adventure driven by a script, with cmd.Cmd."""
import cmd
import io
import sys

WORLD = {'hall': {'north': 'library', 'east': 'cellar'}, 'library': {'south': 'hall'}, 'cellar': {'west': 'hall'}}
THINGS = {'library': ['lamp', 'book'], 'cellar': ['coin']}


class Game(cmd.Cmd):
    prompt = '> '
    intro = 'You wake up in a hall.'
    use_rawinput = False
    room, bag = 'hall', []

    def do_go(self, where):
        """go DIRECTION: walk there."""
        if where not in WORLD[self.room]:
            return self.say('There is a wall.')
        if WORLD[self.room][where] == 'cellar' and 'lamp' not in self.bag:
            return self.say('It is too dark.')
        self.room = WORLD[self.room][where]
        self.do_look('')

    def do_look(self, _):
        self.say(f'You are in the {self.room}. Exits: {", ".join(sorted(WORLD[self.room]))}.')

    def do_take(self, thing):
        try:
            THINGS.get(self.room, []).remove(thing)
        except ValueError:
            return self.say(f'No {thing} here.')
        self.bag.append(thing)
        self.say(f'Taken: {", ".join(self.bag)}.')

    def do_quit(self, _):
        return True

    def say(self, text):
        self.stdout.write(text + '\n')


Game(stdin=io.StringIO('look\ngo east\ngo north\ntake lamp\ntake cat\ngo south\ngo east\ntake coin\ndance\nhelp go\nhelp\nquit\n'), stdout=sys.stdout).cmdloop()
