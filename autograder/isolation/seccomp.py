"""seccomp: the list of system calls that a student's process may make.

In: whether there is a private root, the device. Out: `compile_filter` gives BPF code, made by
libseccomp once, in the fork server; `install` puts it on the calling process for good. What is not
allowed is answered with an error (EPERM where a Python user can meet it, else ENOSYS, so that libc
falls back), not with death; another architecture's calls (i386, x32) kill. It does NOT look at
paths: Landlock does.
"""

from __future__ import annotations

import ctypes
import errno
import os
import struct
from collections.abc import Iterable
from typing import NamedTuple

from autograder.isolation import kernel

__all__ = ["Filter", "compile_filter", "install"]


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_ALLOW = _names("""
read write readv writev pread64 pwrite64 preadv pwritev preadv2 pwritev2 lseek
open openat openat2 creat close close_range dup dup2 dup3 pipe pipe2
stat fstat lstat newfstatat statx access faccessat faccessat2 readlink readlinkat getdents getdents64
getcwd chdir fchdir statfs fstatfs mkdir mkdirat rmdir unlink unlinkat rename renameat renameat2
ftruncate fallocate fsync fdatasync flock umask sendfile copy_file_range fadvise64
mmap munmap mprotect mremap madvise brk msync mincore membarrier
futex futex_waitv set_robust_list get_robust_list rseq set_tid_address restart_syscall exit exit_group
rt_sigaction rt_sigprocmask rt_sigreturn rt_sigpending rt_sigsuspend rt_sigtimedwait sigaltstack pause
getpid gettid getppid getuid geteuid getgid getegid getgroups getresuid getresgid getpgrp getpgid getsid
clock_gettime clock_getres clock_nanosleep nanosleep gettimeofday time times getrusage sysinfo uname getcpu
sched_yield sched_getaffinity sched_getparam sched_getscheduler sched_get_priority_max
sched_get_priority_min getpriority getrandom getrlimit setrlimit
poll ppoll select pselect6 epoll_create epoll_create1 epoll_ctl epoll_wait epoll_pwait epoll_pwait2
eventfd eventfd2 timerfd_create timerfd_settime timerfd_gettime setitimer getitimer alarm
timer_create timer_settime timer_gettime timer_delete timer_getoverrun
recvfrom shutdown getsockopt getsockname getpeername
""")

_REFUSE = _names("""
execve execveat fork vfork ptrace process_vm_readv process_vm_writev kcmp
pidfd_open pidfd_getfd pidfd_send_signal rt_sigqueueinfo rt_tgsigqueueinfo tkill setpgid setsid
unshare setns mount umount2 pivot_root chroot
open_tree move_mount fsopen fsconfig fsmount fspick mount_setattr
socket connect bind listen accept accept4 sendmsg recvmsg sendmmsg recvmmsg
chown fchown lchown fchownat link linkat symlink symlinkat mknod mknodat
setuid setgid setreuid setregid setresuid setresgid setgroups setfsuid setfsgid capset
shmget shmat shmctl msgget msgsnd msgrcv msgctl semget semop semctl semtimedop mq_open mq_unlink
memfd_create memfd_secret keyctl add_key request_key bpf perf_event_open userfaultfd
io_uring_setup io_uring_enter io_uring_register
inotify_init inotify_init1 inotify_add_watch fanotify_init fanotify_mark name_to_handle_at open_by_handle_at
sched_setaffinity sched_setscheduler sched_setparam sched_setattr setpriority ioprio_set
init_module finit_module delete_module kexec_load kexec_file_load reboot swapon swapoff
sethostname setdomainname settimeofday clock_settime adjtimex clock_adjtime acct quotactl
personality modify_ldt ioperm iopl vhangup process_madvise process_mrelease move_pages migrate_pages
seccomp landlock_create_ruleset landlock_add_rule landlock_restrict_self
""")

# Landlock does not look at these (at `truncate`: not in every version), so they are allowed only
# where all but the scratch folder is a read-only mount.
_PRIVATE_ROOT_ALLOW = _names("""
chmod fchmod fchmodat fchmodat2 utime utimes utimensat futimesat truncate
""")

_NO_XATTR = _names("""
setxattr lsetxattr fsetxattr removexattr lremovexattr fremovexattr
getxattr lgetxattr fgetxattr listxattr llistxattr flistxattr
""")

# What the CUDA driver needs besides: see docs/gpu.md. Not run on a machine with a GPU yet. Its start fails where it
# cannot make an anonymous file, or listen on a socket of its own; that nobody connects to: neither end may.
_CUDA_ALLOW = _names("memfd_create mbind get_mempolicy set_mempolicy mlock munlock sched_setaffinity bind listen")

_PID_MARK = 0x5EC0FFEE  # stands in the compiled filter where `install` writes the process's own id
_LOW_32 = 0xFFFFFFFF
_THREAD = 0x100 | 0x800 | 0x10000  # CLONE_VM, CLONE_SIGHAND, CLONE_THREAD
_NAMESPACES = 0x7E020000 | 0x80  # every CLONE_NEW*

_NOT_EQUAL, _EQUAL, _MASKED_EQUAL = 1, 4, 7  # libseccomp's names of comparisons
_ACT_ALLOW, _ACT_ERRNO, _ACT_KILL_PROCESS = 0x7FFF0000, 0x00050000, 0x80000000
_ATTR_BAD_ARCH_ACTION, _ATTR_OPTIMIZE = 2, 8


class Argument(ctypes.Structure):
    """libseccomp's condition on one argument: the call's `number`th, compared with `a` (mask) and `b`."""

    _fields_ = (
        ("number", ctypes.c_uint),
        ("compare", ctypes.c_int),
        ("a", ctypes.c_uint64),
        ("b", ctypes.c_uint64),
    )


class Filter(NamedTuple):
    """Compiled BPF code, and the names that this libseccomp does not know (so they stay refused)."""

    code: bytes
    pid_offsets: tuple[int, ...]  # where the process's own id belongs
    unknown: tuple[str, ...]


def _is(number: int, value: int, mask: int = _LOW_32) -> Argument:
    return Argument(number, _MASKED_EQUAL, mask, value)


_FORK = (_is(0, 0, 0x10000),)


def _conditional(*, may_fork: bool) -> Iterable[tuple[str, int, tuple[Argument, ...]]]:
    """Give (system call, action, conditions) for those that are allowed with some arguments only."""
    refuse = _ACT_ERRNO | errno.EPERM
    yield "clone", _ACT_ALLOW, (_is(0, _THREAD, _THREAD | _NAMESPACES),)  # threads; clone3: ENOSYS
    yield ("clone", _ACT_ALLOW, (_is(0, 0, 0x10000 | _NAMESPACES),)) if may_fork else ("clone", refuse, _FORK)
    yield "kill", _ACT_ALLOW, (_is(0, _PID_MARK),)
    yield "tgkill", _ACT_ALLOW, (_is(0, _PID_MARK),)
    yield "prlimit64", _ACT_ALLOW, (_is(0, 0),)
    for option in (3, 15, 16, 39, 0x53564D41):  # dumpable?, set and get name, no_new_privs?, name memory
        yield "prctl", _ACT_ALLOW, (_is(0, option),)
    for option in range(0x1021, 0x1026):  # permission to use AMX (oneDNN)
        yield "arch_prctl", _ACT_ALLOW, (_is(0, option),)
    for command in (0, 1, 2, 3, 4, 5, 6, 7, 1030, 1032):  # dup, flags, locks, pipe size; no SETOWN, SETSIG
        yield "fcntl", _ACT_ALLOW, (_is(1, command),)
    for request in (0x5401, 0x541B, 0x5421, 0x5450, 0x5451):  # isatty, FIONREAD, FIONBIO, close-on-exec
        yield "ioctl", _ACT_ALLOW, (_is(1, request),)
    yield "socketpair", _ACT_ALLOW, (_is(0, 1), _is(1, 1, 0xF))  # AF_UNIX, SOCK_STREAM: asyncio's
    yield "sendto", _ACT_ALLOW, (Argument(4, _EQUAL, 0, 0),)  # without an address


def _cuda_conditional() -> Iterable[tuple[str, int, tuple[Argument, ...]]]:
    """Give the same for CUDA: the driver's own commands to its devices, and sockets between processes of a machine."""
    yield "ioctl", _ACT_ALLOW, (_is(1, 0x4600, 0xFF00),)  # nvidiactl and the card: type "F"
    yield "ioctl", _ACT_ALLOW, (_is(1, 0, 0xFFFFFF00),)  # nvidia-uvm numbers its own from 1
    yield "ioctl", _ACT_ALLOW, (_is(1, 0x30000000, 0xFFFFFFF0),)  # nvidia-uvm: begin and end
    refuse = _ACT_ERRNO | errno.EPERM
    yield "socket", _ACT_ALLOW, (_is(0, 1), _is(1, 5, 0xF))  # AF_UNIX, SOCK_SEQPACKET
    yield "socket", refuse, (Argument(0, _NOT_EQUAL, 1, 0),)
    for kind in (1, 2, 3, 4):
        yield "socket", refuse, (_is(0, 1), _is(1, kind, 0xF))


def _rules(*, private_root: bool, device: str, may_fork: bool) -> Iterable[tuple[str, int, tuple[Argument, ...]]]:
    cuda = device == "cuda"
    extra = [*(_PRIVATE_ROOT_ALLOW if private_root else ()), *(_CUDA_ALLOW if cuda else ())]
    extra += ["wait4"] if may_fork else []
    conditional = [*_conditional(may_fork=may_fork), *(_cuda_conditional() if cuda else ())]
    asked = {*extra, *(name for name, _, _ in conditional)}
    for name in (*_ALLOW, *extra):
        yield name, _ACT_ALLOW, ()
    for name in (*_REFUSE, *_PRIVATE_ROOT_ALLOW):
        if name not in asked:
            yield name, _ACT_ERRNO | errno.EPERM, ()
    for name in _NO_XATTR:
        yield name, _ACT_ERRNO | errno.EOPNOTSUPP, ()
    yield from conditional


def compile_filter(*, private_root: bool, device: str = "cpu", may_fork: bool = False) -> Filter:
    """Compile the lists above with libseccomp (17 ms); raises OSError if that is not installed."""
    library = ctypes.CDLL("libseccomp.so.2")
    library.seccomp_init.restype = ctypes.c_void_p
    context = ctypes.c_void_p(library.seccomp_init(ctypes.c_uint32(_ACT_ERRNO | errno.ENOSYS)))
    library.seccomp_attr_set(context, _ATTR_BAD_ARCH_ACTION, ctypes.c_uint32(_ACT_KILL_PROCESS))
    library.seccomp_attr_set(context, _ATTR_OPTIMIZE, ctypes.c_uint32(2))  # a binary tree, if it can
    unknown = []
    for name, action, conditions in _rules(private_root=private_root, device=device, may_fork=may_fork):
        number = library.seccomp_syscall_resolve_name(name.encode())
        if number == -1:
            unknown.append(name)
        if number < 0:  # below -1: this architecture has no such call
            continue
        array = (Argument * len(conditions))(*conditions)
        failed = library.seccomp_rule_add_array(context, ctypes.c_uint32(action), number, len(conditions), array)
        if failed:
            raise OSError(-failed, f"libseccomp: rule for {name}")
    code = _export(library, context)
    library.seccomp_release(context)
    mark = struct.pack("=I", _PID_MARK)  # struct sock_filter: code u16, jt u8, jf u8, k u32
    offsets = tuple(at for at in range(4, len(code), 8) if code[at : at + 4] == mark)
    if not offsets:
        raise OSError(errno.EINVAL, "the process id has no place in the seccomp filter")
    return Filter(code, offsets, tuple(unknown))


def _export(library: ctypes.CDLL, context: ctypes.c_void_p) -> bytes:
    descriptor = os.memfd_create("filter")
    with os.fdopen(descriptor, "w+b") as file:
        failed = library.seccomp_export_bpf(context, descriptor)
        if failed:
            raise OSError(-failed, "libseccomp: export")
        file.seek(0)
        return file.read()


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("code", ctypes.c_char_p))


def install(compiled: Filter) -> None:
    """Put the filter on this process (one thread, no_new_privs set), with its own pid filled in."""
    patched = bytearray(compiled.code)
    for offset in compiled.pid_offsets:
        struct.pack_into("=I", patched, offset, os.getpid())
    code = bytes(patched)
    program = _Program(len(code) // 8, code)
    kernel.prctl(kernel.PR_SET_SECCOMP, 2, ctypes.addressof(program))  # SECCOMP_MODE_FILTER
