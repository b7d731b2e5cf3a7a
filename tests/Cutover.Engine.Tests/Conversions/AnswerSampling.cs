using System.Net;
using DnsClient;

namespace Cutover.Engine.Tests.Conversions;

/// <summary>Asks a name server one question after another until it is stopped, and keeps every different answer.</summary>
internal sealed class AnswerSampling : IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<string, int> answers = [];
    private readonly Task sampling;

    private AnswerSampling(IPEndPoint server, string name) => sampling = Task.Run(() => SampleAsync(server, name));

    /// <summary>Ends once the first answer is there.</summary>
    public static async Task<AnswerSampling> StartAsync(IPEndPoint server, string name)
    {
        var started = new AnswerSampling(server, name);
        await Task.WhenAny(started.begun.Task, started.sampling).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        return started;
    }

    /// <summary>How often each answer was given, "NxDomain" and the like among them.</summary>
    public async Task<IReadOnlyDictionary<string, int>> StopAsync()
    {
        await stopping.CancelAsync();
        await sampling;
        return answers;
    }

    public void Dispose() => stopping.Dispose();

    private async Task SampleAsync(IPEndPoint server, string name)
    {
        var client = new LookupClient(new LookupClientOptions(server)
        {
            UseCache = false, Retries = 3, Timeout = TimeSpan.FromSeconds(10), ThrowDnsErrors = false, Recursion = false,
        });
        while (!stopping.IsCancellationRequested)
        {
            var response = await client.QueryAsync(name, QueryType.A);
            var answer = response.HasError || response.Answers.Count == 0
                ? response.Header.ResponseCode.ToString()
                : string.Join(" ", response.Answers.ARecords().Select(record => $"{record.Address} for {record.InitialTimeToLive} s"));
            answers[answer] = answers.GetValueOrDefault(answer) + 1;
            begun.TrySetResult();
        }
    }
}
