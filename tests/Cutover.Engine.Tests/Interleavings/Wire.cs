namespace Cutover.Engine.Tests.Interleavings;

/// <summary>Where all requests wait until the schedule lets one of them through, with or without a fault.</summary>
internal sealed class Wire(Activity activity, HttpMessageInvoker emulator, TimeProvider time)
{
    private readonly List<HeldRequest> held = [];

    /// <summary>In the order in which they came.</summary>
    public IReadOnlyList<HeldRequest> Held => held;

    /// <summary>The request that Route 53 works on at this moment.</summary>
    public HeldRequest? Current { get; private set; }

    /// <summary>The call that is at work.</summary>
    public AsyncLocal<Call?> Calling { get; } = new();

    /// <summary>Called when Route 53 has acted for a request.</summary>
    public Action<HeldRequest> Acted { get; set; } = _ => { };

    public async Task<HttpResponseMessage> HoldAsync(string actor, HttpRequestMessage request, CancellationToken cancellation)
    {
        var copy = await CopyAsync(request, cancellation);
        var waiting = new HeldRequest(actor, copy, Calling.Value, time.GetUtcNow());
        lock (held)
        {
            held.Add(waiting);
        }

        await using var giveUp = cancellation.Register(() => Abandon(waiting, cancellation));
        activity.Leave();
        return await waiting.Answer;
    }

    public async Task ReleaseAsync(HeldRequest request, Fault fault)
    {
        lock (held)
        {
            held.Remove(request);
        }

        var response = fault is Fault.Unreachable or Fault.Dropped ? null : await SendAsync(request);
        if (!request.IsAbandoned)
        {
            activity.Enter();
            Answer(request, fault, response);
        }
    }

    private static void Answer(HeldRequest request, Fault fault, HttpResponseMessage? response)
    {
        switch (fault)
        {
            case Fault.Unreachable: request.Break(HttpRequestError.ConnectionError); break;
            case Fault.Dropped or Fault.ResponseLost: request.Break(HttpRequestError.ResponseEnded); break;
            case Fault.ActedButFailed: request.Take(new HttpResponseMessage(System.Net.HttpStatusCode.InternalServerError)); break;
            default: request.Take(response!); break;
        }
    }

    private async Task<HttpResponseMessage> SendAsync(HeldRequest request)
    {
        Current = request;
        var response = await emulator.SendAsync(request.Request, CancellationToken.None);
        Current = null;
        Acted(request);
        return response;
    }

    private void Abandon(HeldRequest request, CancellationToken cancellation)
    {
        activity.Enter();
        if (!request.Abandon(cancellation))
        {
            activity.Leave();
        }
    }

    private static async Task<HttpRequestMessage> CopyAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        var copy = new HttpRequestMessage(request.Method, request.RequestUri);
        if (request.Content is { } content)
        {
            copy.Content = new ByteArrayContent(await content.ReadAsByteArrayAsync(cancellation));
            Copy(content.Headers, copy.Content.Headers);
        }

        Copy(request.Headers, copy.Headers);
        return copy;
    }

    private static void Copy(System.Net.Http.Headers.HttpHeaders from, System.Net.Http.Headers.HttpHeaders to)
    {
        foreach (var (name, values) in from.NonValidated)
        {
            to.TryAddWithoutValidation(name, values);
        }
    }
}
