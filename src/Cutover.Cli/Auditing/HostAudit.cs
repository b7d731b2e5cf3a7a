using System.Collections.Immutable;
using Cutover.Cli.HostApi;
using Cutover.Core.Auditing;

namespace Cutover.Cli.Auditing;

/// <summary>The audit as the host gives it. The hashes are computed here: the host's word is not taken for them.</summary>
internal sealed class HostAudit(HostClient host) : AuditSource
{
    public override Task<Answer<ImmutableArray<AuditEntry>>> AfterAsync(long sequence, CancellationToken cancellation) =>
        host.AuditAsync(sequence, Page, cancellation);

    public override async Task<Answer<long>> EverAsync(CancellationToken cancellation)
    {
        var answer = await host.AuditHeadAsync(cancellation);
        return answer.TryGet(out var head, out var problem) ? head.Rows : problem;
    }
}
