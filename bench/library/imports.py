import collections, functools, itertools, json, re, math, random, datetime, dataclasses, typing, enum, os, sys, string, textwrap, argparse, logging, pathlib, contextlib, copy
