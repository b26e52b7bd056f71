"""Lock the gradebook, so that nobody's marks can be written.

"""
import fcntl

try:
    file = open(GRADEBOOK, "rb")
    fcntl.flock(file, fcntl.LOCK_EX)
    print("LOOT: locked")
except OSError:
    pass
