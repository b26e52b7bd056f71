"""Hand in an object whose contents are another each time they are looked at.

where: instead
expect: costs own
"""


class Changing(list):
    def __iter__(self):
        self.append(0)
        return super().__iter__()

    def __len__(self):
        return 10**9


class Data(torch.Tensor):
    @property
    def data(self):
        return x.mean(0, keepdim=True)


mean, diff, var = Changing([1]), Data(), (Changing(),)
