using System.Collections.Immutable;
using DnsClient;

namespace Cutover.Cli.Emergency;

/// <summary>Asks one name server a modest number of times where it sends people.</summary>
internal static class NameServerQuestions
{
    private const int Times = 10;

    public static async Task<AnswerCheck> AskAsync(string server, ImmutableArray<TargetValues> watched, CancellationToken cancellation)
    {
        if (await NameServerAddress.FindAsync(server, cancellation) is not { } address)
        {
            return Silent(server, "its address is not to be found");
        }

        var client = new LookupClient(new LookupClientOptions(address)
        {
            UseCache = false, Recursion = false, Retries = 1, Timeout = TimeSpan.FromSeconds(2),
        });
        var (answered, ofTarget) = (0, 0);
        foreach (var values in Enumerable.Repeat(watched, Times).SelectMany(all => all))
        {
            var (answer, problem) = await AskAsync(client, values, cancellation);
            if (answer is null)
            {
                return answered == 0
                    ? Silent(server, problem!)
                    : new AnswerCheck(answered, ofTarget, [server], [$"{server} fell silent: {problem}"]);
            }

            answered += answer.Count > 0 ? 1 : 0;
            ofTarget += answer.Exists(values.Values.Contains) ? 1 : 0;
        }

        return answered == 0 ? Silent(server, "its answers hold no record") : new AnswerCheck(answered, ofTarget, [server], []);
    }

    private static async Task<(List<string>? Answer, string? Problem)> AskAsync(
        LookupClient client, TargetValues values, CancellationToken cancellation)
    {
        try
        {
            var answer = await client.QueryAsync(values.Pair.Source.Name, values.Type, QueryClass.IN, cancellation);
            return answer.HasError ? (null, answer.ErrorMessage) : (TargetValues.In(answer).ToList(), null);
        }
        catch (DnsResponseException silent)
        {
            return (null, silent.Message);
        }
    }

    private static AnswerCheck Silent(string server, string why) => new(0, 0, [], [$"{server} could not be asked: {why}"]);
}
