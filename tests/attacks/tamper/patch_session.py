"""Put a session in place that finds everything right and sends nothing: nothing counts any more.

cell: solution-torch
where: before
expect: run ends
says: The value never arrived
"""


class Kind:
    device = "cpu"

    def receive(self, *_):
        print("passed")

    def seed(self, case):
        return 1


check._session = Kind()
