using Cutover.Core.Dns;

namespace Cutover.Core.Emergency;

/// <summary>An ownership mark as it is, and with the rollback written into it, by which the server learns of it.</summary>
public sealed record MarkRewrite(RecordSet Before, RecordSet After);
