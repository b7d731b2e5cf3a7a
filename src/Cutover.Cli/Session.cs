using Cutover.Cli.HostApi;
using Cutover.Cli.Terminal;

namespace Cutover.Cli;

/// <summary>What a command that talks to the host works with.</summary>
internal sealed record Session(HostClient Host, Output Output, TimeProvider Time, CancellationToken Cancellation);
