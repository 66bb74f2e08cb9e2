a = *b, *c
for d in *e, f: pass
return_ = [*g]
print(*h, sep="")
{**i, "j": k}
