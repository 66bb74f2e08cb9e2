"""A running average kept in a generator's frame: each send() resumes it where it stood."""


def averager():
    total = 0.0
    count = 0
    average = None
    while True:
        term = yield average
        total += term
        count += 1
        average = total / count


avg = averager()
next(avg)  # run to the first yield
for value in (10, 20, 60):
    print('sent', value, '-> average', avg.send(value))
print('suspended at instruction', avg.gi_frame.f_lasti, 'with locals', sorted(avg.gi_frame.f_locals.items()))
avg.close()
print('closed:', avg.gi_frame)
