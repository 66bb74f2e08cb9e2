"""A small adventure: a state machine of rooms and things, driven by cmd.Cmd from a script."""
import cmd
import enum
import io
import json
import shlex
import sys
import textwrap

WORLD = json.loads('''
{"start": "hall",
 "rooms": {
   "hall": {"text": "A long hall. Dust dances in the light of a single window that nobody has cleaned in years.", "exits": {"north": "library", "east": "kitchen", "down": "cellar"}},
   "library": {"text": "Books up to the ceiling.", "exits": {"south": "hall"}},
   "kitchen": {"text": "It smells of old soup.", "exits": {"west": "hall"}},
   "cellar": {"text": "Cold stone, and a heavy chest.", "exits": {"up": "hall"}, "dark": true}},
 "things": {
   "lamp": {"in": "kitchen", "text": "A brass lamp.", "weight": 2},
   "book": {"in": "library", "text": "'How to open chests', second edition.", "weight": 1},
   "anvil": {"in": "hall", "text": "Why is there an anvil?", "weight": 50},
   "key": {"in": "library", "text": "A small iron key.", "weight": 1}},
 "locks": {"cellar": "key"}}
''')


class State(enum.Enum):
    PLAYING = enum.auto()
    WON = enum.auto()
    QUIT = enum.auto()


class Event(enum.Flag):
    NONE = 0
    LIT = 1
    OPENED = 2
    READ = 4


class Game(cmd.Cmd):
    prompt = '> '
    intro = 'You wake up in an old house.'
    CARRY = 5

    def __init__(self, world, lines):
        super().__init__(stdin=io.StringIO('\n'.join(lines) + '\n'), stdout=sys.stdout)
        self.use_rawinput = False
        self.world = world
        self.room = world['start']
        self.where = {n: t['in'] for n, t in world['things'].items()}
        self.state, self.events, self.score, self.turns = State.PLAYING, Event.NONE, 0, 0

    def say(self, text):
        print(textwrap.fill(text, 60, subsequent_indent='  '))

    def precmd(self, line):
        print(line)
        return '' if line == 'EOF' and self.state is not State.PLAYING else line.strip().lower()

    def postcmd(self, stop, line):
        self.turns += bool(line)
        return self.state is not State.PLAYING

    def emptyline(self):
        self.say('You wait.')

    def default(self, line):
        if line == 'eof':
            self.state = State.QUIT
            return
        word = line.split()[0]
        if word in self.world['rooms'][self.room]['exits']:
            return self.onecmd(f'go {word}')
        close = [n[3:] for n in self.get_names() if n.startswith('do_') and n[3:4] == word[:1]]
        self.say(f"I don't know {word!r}." + (f' Did you mean {" or ".join(sorted(close))}?' if close else ''))

    def held(self):
        return sorted(n for n, r in self.where.items() if r == 'you')

    def do_look(self, arg):
        """look: what is here."""
        room = self.world['rooms'][self.room]
        if room.get('dark') and not self.events & Event.LIT:
            self.say('It is dark. You could use a light.')
            return
        self.say(f'{self.room.title()}. {room["text"]}')
        here = sorted(n for n, r in self.where.items() if r == self.room)
        if here:
            self.say('Here: ' + ', '.join(here))
        self.say('Exits: ' + ', '.join(sorted(room['exits'])))

    def do_go(self, arg):
        """go DIRECTION"""
        target = self.world['rooms'][self.room]['exits'].get(arg)
        if target is None:
            self.say(f'No way {arg}.' if arg else 'Go where?')
            return
        need = self.world['locks'].get(target)
        if need and need not in self.held():
            self.say('The trapdoor is locked.')
            return
        self.room = target
        self.onecmd('look')

    def do_take(self, arg):
        """take THING ..."""
        for name in shlex.split(arg):
            if self.where.get(name) != self.room:
                self.say(f'There is no {name} here.')
            elif sum(self.world['things'][n]['weight'] for n in self.held() + [name]) > self.CARRY:
                self.say(f'The {name} is too heavy.')
            else:
                self.where[name] = 'you'
                self.score += 5
                self.say(f'Taken: {name}.')

    def do_use(self, arg):
        """use THING"""
        match arg, self.room:
            case ('lamp', _) if 'lamp' in self.held():
                self.events ^= Event.LIT
                self.say(f'The lamp is {"on" if Event.LIT in self.events else "off"}.')
            case ('book', _) if 'book' in self.held():
                self.events |= Event.READ
                self.say(self.world['things']['book']['text'])
            case ('chest', 'cellar') if Event.LIT | Event.READ in self.events:
                self.events |= Event.OPENED
                self.score += 50
                self.state = State.WON
                self.say('The chest opens. You have won!')
            case ('chest', 'cellar'):
                self.say('How does one open a chest?')
            case _:
                self.say(f"You can't use {arg or 'nothing'}.")

    def do_inventory(self, arg):
        """inventory: what you carry."""
        self.say('You carry: ' + (', '.join(self.held()) or 'nothing'))

    def do_quit(self, arg):
        """quit: give up."""
        self.state = State.QUIT


SCRIPTS = [
    ['look', 'take anvil', 'north', 'take book key "old map"', 'dance', 'south', 'down', 'look', 'up', 'east', 'take lamp', 'use lamp', 'west', 'go', 'go sideways', 'inventory', 'down', 'use chest', 'use book', '', 'use chest'],
    ['help', 'help take', 'help nothing', 'down', 'lock', 'use chest', 'quit', 'look'],
    ['inventory'],
]
for lines in SCRIPTS:
    game = Game(WORLD, lines)
    game.cmdloop()
    print(f'[{game.state.name}, {game.events!r}, score {game.score}, turns {game.turns}]')
    print('-' * 60)
