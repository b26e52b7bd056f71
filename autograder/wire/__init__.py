"""What both sides of the process boundary share: the protocol, the codec of values, the seeds of cases.

channel.py   frames on a pipe; its docstring is the protocol
values/      values <-> bytes, without pickle
seeds.py     the seed of a case: public for students, secret in a graded run
"""
