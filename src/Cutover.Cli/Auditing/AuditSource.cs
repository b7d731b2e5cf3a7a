using System.Collections.Immutable;
using Cutover.Cli.HostApi;
using Cutover.Core.Auditing;

namespace Cutover.Cli.Auditing;

/// <summary>Where the audit is read: at the host, or in its database file.</summary>
internal abstract class AuditSource
{
    public const int Page = 1000;

    /// <summary>The next rows in their order; none after the last.</summary>
    public abstract Task<Answer<ImmutableArray<AuditEntry>>> AfterAsync(long sequence, CancellationToken cancellation);

    /// <summary>The highest number that a row ever had.</summary>
    public abstract Task<Answer<long>> EverAsync(CancellationToken cancellation);
}
