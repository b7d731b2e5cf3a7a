// These tests wait for a world far more than they work: more of them than there are processors can go on side by side.
[assembly: Xunit.v3.Parallelization(MaxThreads = 8)]
