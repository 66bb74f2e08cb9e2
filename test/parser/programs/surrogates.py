a = '\ud800'
b = '\ud83d\ude00'
c = '\ud83d' '\ude00'
d = '\U0001f600'
