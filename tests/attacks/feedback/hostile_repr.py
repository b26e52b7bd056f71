"""Show values whose representations raise, hang, exit, or give another type.

"""


class Hostile:
    def __init__(self, act):
        self.act = act

    def __repr__(self):
        return self.act()

    _repr_html_ = _repr_svg_ = _repr_javascript_ = _repr_latex_ = _repr_mimebundle_ = lambda self, **_: self.act()


def leave():
    raise SystemExit


for act in (lambda: "<script>ATTACK_ACTIVE</script>", lambda: 7, lambda: b"\xff", lambda: 1 / 0,
            lambda: "\x1b[2J\u202e", lambda: {"text/html": "<script>ATTACK_ACTIVE</script>"}):
    display(Hostile(act))
    try:
        print(Hostile(act))
    except (TypeError, ZeroDivisionError):
        pass
