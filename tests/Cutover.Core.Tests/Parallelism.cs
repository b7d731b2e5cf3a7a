// Nothing is shared between these tests: the long ones of one class need not wait for each other.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.All)]
