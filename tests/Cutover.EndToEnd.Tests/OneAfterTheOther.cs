// Each of these tests has a host, a lab and a browser: two at a time would only measure how starved they are.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
