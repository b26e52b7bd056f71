"""Hand in a shape that would be broadcast to the expected one.

where: instead
expect: costs own
"""
mean = x.mean(0)
diff = (x - mean)[None]
var = x.var(0)[None, None]
