with a: b
with a as b: c
with a, b as c: d
with (a): b
with (a, b): c
with (a as b): c
with (a as b, c as d,): e
with (a, b) as c: d
with (a), b: c
with (a).b as c: d
with (yield_): x
with (a := b): c
with (a for a in b) as c: d
with (*a, b): c
with a as (b, c), d as [e]: f
with (a)(b), c: d
with (): e
