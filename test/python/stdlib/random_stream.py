import random
random.seed(42); print(random.random(), random.randint(1,100), random.choice('abc'), random.sample(range(100),5), random.gauss(0,1), random.getrandbits(70))
r=random.Random('hello'); print(r.random()) if 0 else None
l=list(range(10)); random.shuffle(l); print(l, random.choices([1,2,3],k=4), random.uniform(1,2))
