"""A validator for a part of JSON Schema, with structural pattern matching."""
import json
import re

KINDS = {'object': dict, 'array': list, 'string': str, 'integer': int, 'boolean': bool}


def validate(schema, value, path='$'):
    match schema:
        case {'enum': options} if value not in options:
            yield f'{path}: {value!r} is not one of {options}'
        case {'type': t} if not isinstance(value, KINDS[t]) or (t == 'integer' and isinstance(value, bool)):
            yield f'{path}: expected {t}, got {type(value).__name__}'
            return
    match value:
        case dict():
            for name in schema.get('required', []):
                if name not in value:
                    yield f'{path}: missing {name!r}'
            for name, v in value.items():
                yield from validate(schema.get('properties', {}).get(name, {}), v, f'{path}.{name}')
        case [*items]:
            for i, v in enumerate(items):
                yield from validate(schema.get('items', {}), v, f'{path}[{i}]')
        case str() if 'pattern' in schema and not re.search(schema['pattern'], value):
            yield f'{path}: {value!r} does not match {schema["pattern"]!r}'
        case int() if value < schema.get('minimum', value):
            yield f'{path}: {value} is less than {schema["minimum"]}'


SCHEMA = {'type': 'object', 'required': ['name', 'age'], 'properties': {
    'name': {'type': 'string', 'pattern': '^[A-Z]'}, 'age': {'type': 'integer', 'minimum': 0}, 'tags': {'type': 'array', 'items': {'enum': ['a', 'b']}}}}
for text in ('{"name": "Ann", "age": 3}', '{"name": "ann", "age": -1, "x": 1}', '{"age": true}', '{"name": "B", "age": 1, "tags": ["a", "c", 3]}', '[]'):
    print(text, list(validate(SCHEMA, json.loads(text))) or 'ok')
