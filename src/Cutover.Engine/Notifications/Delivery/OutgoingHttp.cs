using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Cutover.Engine.Notifications.Addresses;

namespace Cutover.Engine.Notifications.Delivery;

/// <summary>
/// Posts JSON and follows no redirect. A URL may be a secret: it comes into no log, no trace and no outcome, so this is no client of the
/// factory, which logs what it asks for.
/// </summary>
internal sealed class OutgoingHttp : IDisposable
{
    private readonly HttpClient client;
    private readonly TimeProvider time;

    public OutgoingHttp(GuardedDialer dialer, TimeProvider time)
    {
        this.time = time;
        client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            ActivityHeadersPropagator = null,
            ConnectCallback = async (context, cancellation) => new System.Net.Sockets.NetworkStream(
                await dialer.DialAsync(
                    context.DnsEndPoint.Host,
                    context.DnsEndPoint.Port,
                    isPlain: context.InitialRequestMessage.RequestUri!.Scheme == Uri.UriSchemeHttp,
                    cancellation),
                ownsSocket: true),
        })
        { Timeout = Timeout.InfiniteTimeSpan };
    }

    public async Task<DeliveryOutcome> PostAsync(
        Uri url, string json, IEnumerable<KeyValuePair<string, string>> headers, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(json)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        request.Headers.TryAddWithoutValidation("User-Agent", "Cutover");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        try
        {
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return Outcome(url.Host, answer);
        }
        catch (HttpRequestException failure)
        {
            return Outcome(url.Host, failure);
        }
    }

    public void Dispose() => client.Dispose();

    private DeliveryOutcome Outcome(string host, HttpResponseMessage answer)
    {
        var status = string.Create(CultureInfo.InvariantCulture, $"{(int)answer.StatusCode} {answer.StatusCode}");
        return answer.StatusCode switch
        {
            >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices => new Delivered(),
            HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or (HttpStatusCode)425 or >= HttpStatusCode.InternalServerError =>
                new NotDelivered($"{host} answered {status}", IsLasting: false, RetryAfter(answer.Headers.RetryAfter)),
            >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest =>
                new NotDelivered($"{host} answered {status}, and redirects are not followed", IsLasting: true),
            _ => new NotDelivered($"{host} answered {status}", IsLasting: true),
        };
    }

    private static NotDelivered Outcome(string host, HttpRequestException failure) => Refused(failure) is { } refused
        ? new NotDelivered(refused.Message, IsLasting: true)
        : new NotDelivered($"{host} could not be asked: {Words(failure.HttpRequestError)}", IsLasting: false);

    private static AddressRefusedException? Refused(Exception? failure)
    {
        while (failure is not (null or AddressRefusedException))
        {
            failure = failure.InnerException;
        }

        return (AddressRefusedException?)failure;
    }

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header) => header?.Delta ?? header?.Date - time.GetUtcNow();

    private static string Words(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => "its name is not known",
        HttpRequestError.ConnectionError => "nobody answers there",
        HttpRequestError.SecureConnectionError => "TLS failed; its certificate may not be trusted",
        _ => $"the connection broke ({error})",
    };
}
