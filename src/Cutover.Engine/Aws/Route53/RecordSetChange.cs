using Cutover.Core.Dns;

namespace Cutover.Engine.Aws.Route53;

/// <summary>One line of a change batch.</summary>
public sealed record RecordSetChange(ChangeAction Action, RecordSet RecordSet);
