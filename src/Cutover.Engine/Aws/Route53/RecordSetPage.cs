using System.Collections.Immutable;
using Cutover.Core.Dns;

namespace Cutover.Engine.Aws.Route53;

/// <param name="Next">Where the next page begins; null after the last.</param>
public sealed record RecordSetPage(ImmutableArray<RecordSet> RecordSets, RecordSetCursor? Next);
