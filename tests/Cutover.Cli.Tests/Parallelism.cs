// Each of these tests has a host and a database of its own, and mostly waits for the process that it started.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.All, MaxThreads = 4)]
