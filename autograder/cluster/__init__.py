"""Many submissions on more than one machine, by Dask's `distributed` (the extra `cluster`).

In: a scheduler's address, a course, what was handed in. Out: a `GradingResult` or a `Failure` for each, as `batch`
gives them, in the order in which they are done. Nothing is written here.

parcels     what travels: source notebooks, submissions, the solution's runs, as bytes
keeper      on a worker: one Grader with its fork server, and the two tasks
connecting  a scheduler's address -> a Cluster that is ready, or a ClusterError that says what it lacks
grading     a Cluster and submissions -> results, whatever happens to workers

Scheduler, workers and client trust each other: Dask moves our own dataclasses by pickle, and whoever reaches
the scheduler commands the workers. What a student's code made stays encoded (autograder.wire.values) in them.
"""

from autograder.cluster.connecting import Cluster, ClusterError, open_cluster

__all__ = ["Cluster", "ClusterError", "open_cluster"]
