namespace Cutover.Web.Tests.Operations;

/// <summary>
/// Meters are known to a whole process: OpenTelemetry gives hosts in one process one stream for an instrument, and takes it from all of
/// them when one of them ends. A test of the metrics must not run beside other hosts.
/// </summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class AloneInTheProcess;
