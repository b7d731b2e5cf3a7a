namespace Cutover.EndToEnd.Tests.Hosts;

/// <summary>
/// The tests without a browser, each with a host of its own, run one after the other, beside those of the stage: both mostly wait. Three at
/// a time would only measure how starved they are.
/// </summary>
[CollectionDefinition]
public sealed class OwnHosts;
