// Each of these tests has a host, a lab and a browser: two at a time would only measure how starved they are.
[assembly: Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
