using System.Xml.Linq;
using Amazon.Runtime;
using Amazon.Runtime.Signing;

namespace Cutover.Lab.CloudWatch;

/// <summary>Puts metrics into CloudWatch over HTTP with signed PutMetricData calls.</summary>
public sealed class MetricPublisher : IDisposable
{
    private readonly Uri _endpoint;
    private readonly string _namespace;
    private readonly TimeProvider _time;
    private readonly BasicAWSCredentials _credentials;
    private readonly string _region;
    private readonly SocketsHttpHandler _transport;

    /// <param name="endpoint">Of CloudWatch or an emulator.</param>
    /// <param name="region">The region to sign for.</param>
    /// <param name="accessKeyId">The key to sign with.</param>
    /// <param name="secretAccessKey">Its secret.</param>
    /// <param name="namespace">The namespace of every metric, for example <c>Lab/Edge</c>.</param>
    /// <param name="time">The clock that calls are signed by.</param>
    public MetricPublisher(Uri endpoint, string region, string accessKeyId, string secretAccessKey, string @namespace, TimeProvider time)
    {
        (_endpoint, _region, _namespace, _time) = (endpoint, region, @namespace, time);
        _credentials = new(accessKeyId, secretAccessKey);
        _transport = new() { AllowAutoRedirect = false };
    }

    /// <summary>Puts the data, in as many calls as they need. What is not accepted is not sent again.</summary>
    public async Task<PublishOutcome> PublishAsync(IReadOnlyList<MetricDatum> data, CancellationToken cancellationToken)
    {
        var accepted = 0;
        foreach (var batch in PutMetricDataForm.Batches(data))
        {
            if (await SendAsync(PutMetricDataForm.Fields(_namespace, batch), cancellationToken).ConfigureAwait(false) is { } error)
            {
                return new(accepted, error);
            }

            accepted += batch.Count;
        }

        return new(accepted);
    }

    /// <inheritdoc/>
    public void Dispose() => _transport.Dispose();

    /// <summary>The error, or null when the call was accepted.</summary>
    private async Task<string?> SendAsync(IEnumerable<KeyValuePair<string, string>> fields, CancellationToken cancellationToken)
    {
        try
        {
            using var client = new HttpClient(Signer(), disposeHandler: false);
            using var form = new FormUrlEncodedContent(fields);
            using var answer = await client.PostAsync(_endpoint, form, cancellationToken).ConfigureAwait(false);
            return answer.IsSuccessStatusCode
                ? null
                : Error(await answer.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false));
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException
            && !cancellationToken.IsCancellationRequested)
        {
            return exception.Message;
        }
    }

    // A handler signs with a fixed time or with the machine's clock, never with a TimeProvider's; so each call gets its own.
    private SigV4SigningHandler Signer() => new(
        new AWSSigV4Parameters
        {
            Credentials = _credentials,
            Region = Amazon.RegionEndpoint.GetBySystemName(_region),
            Service = "monitoring",
            SignPayload = true,
            SignedAt = _time.GetUtcNow().UtcDateTime,
        },
        _transport);

    private static string Error(string body)
    {
        try
        {
            var parts = XDocument.Parse(body).Descendants().Where(element => element.Name.LocalName is "Code" or "Message");
            return string.Join(": ", parts.Select(element => element.Value));
        }
        catch (System.Xml.XmlException)
        {
            return body;
        }
    }
}
