// These tests wait for a world far more than they work, and share none: more of them than there are processors can go on side by side, those
// of one class too.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.All, MaxThreads = 8)]
