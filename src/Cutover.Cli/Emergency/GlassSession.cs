using System.Collections.Immutable;
using Cutover.Cli.Terminal;
using Cutover.Core.Ownership;
using Cutover.Engine.Aws.Route53;

namespace Cutover.Cli.Emergency;

/// <summary>What a rollback past the host works with.</summary>
/// <param name="Reason">For the change's comment; null when none was given.</param>
/// <param name="NameServers">Asked in place of the delegation set's; empty for those.</param>
internal sealed record GlassSession(
    Route53Client Route53,
    Output Output,
    TimeProvider Time,
    BreakGlass By,
    string? Reason,
    ImmutableArray<string> NameServers,
    CancellationToken Cancellation)
{
    /// <summary>What the AWS console and CloudTrail show of the change.</summary>
    public string Comment => $"Cutover break-glass rollback by {By.Who}{(Reason is null ? string.Empty : $": {Reason}")}";

    /// <summary>Tells a person something on the way to the result.</summary>
    public void Say(string words)
    {
        if (Output.IsJson)
        {
            Output.Notice(words);
        }
        else
        {
            Console.Out.WriteLine(words);
        }
    }
}
