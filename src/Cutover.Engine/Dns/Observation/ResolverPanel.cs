using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using Cutover.Core.Dns.Answers;

namespace Cutover.Engine.Dns.Observation;

/// <summary>
/// Recursive resolvers that are asked what they give their clients now, once each a round: some hold an answer longer than its TTL, and
/// clients behind them follow a change late. Large public resolvers are many caches behind one address, so rounds show a sample of them.
/// </summary>
public sealed class ResolverPanel
{
    private readonly ObservedPair _pair;
    private readonly ImmutableArray<string> _resolvers;
    private readonly TimeProvider _time;
    private readonly ServerDirectory _directory;
    private StackAddresses? _addresses;

    /// <param name="pair">What to ask for and by what to know the answers.</param>
    /// <param name="resolvers">Addresses or host names, each with a port or without (then 53).</param>
    /// <param name="lookup">Finds resolvers that are given by host name. The machine's resolver when null.</param>
    /// <exception cref="ValidationException">An option is out of its range.</exception>
    public ResolverPanel(
        ObservedPair pair, IEnumerable<string> resolvers, ObservationOptions options, TimeProvider time, HostLookup? lookup = null)
    {
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        (_pair, _resolvers, _time) = (pair, [.. resolvers], time);
        _directory = new(options, time, lookup);
    }

    /// <summary>Asks each resolver once, all at the same time. Rounds of one panel follow one another.</summary>
    public async Task<PanelRound> AskAsync(CancellationToken cancellation)
    {
        var at = _time.GetUtcNow();
        _addresses ??= new(_pair, _pair.HasAlias ? await _directory.AliasResolversAsync(cancellation).ConfigureAwait(false) : []);
        var resolvers = await _directory.ResolversAsync(_resolvers, cancellation).ConfigureAwait(false);
        var asking = Task.WhenAll(resolvers.Select(resolver => AskAsync(resolver.Address, resolver.Asker, cancellation)));
        await _addresses.LearnAsync(cancellation).ConfigureAwait(false);
        var replies = await asking.ConfigureAwait(false);
        var classifier = _addresses.Classifier;
        return new(
            at, [.. replies.Select(reply => Answer(reply.Resolver, reply.Reply, classifier))], classifier.Indistinct(_pair));
    }

    private async Task<(string Resolver, DnsReply Reply)> AskAsync(
        ServerAddress address, DnsAsker? asker, CancellationToken cancellation) =>
        (address.Given, asker is null
            ? DnsReply.Failed(address.Failure ?? "its address is not known")
            : await asker.AskAsync(_pair.Record.Name, _pair.Record.Type, cancellation).ConfigureAwait(false));

    private static ResolverAnswer Answer(string resolver, DnsReply reply, AnswerClassifier classifier) => new(
        resolver,
        reply.Failure is null ? classifier.Classify(reply.Values) : AnsweredStack.Failed,
        reply.TimeToLive,
        reply.Values,
        reply.Failure);
}
