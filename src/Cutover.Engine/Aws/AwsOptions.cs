using System.ComponentModel.DataAnnotations;

namespace Cutover.Engine.Aws;

/// <summary>Where AWS is and how it is called. Credentials are no part of it.</summary>
public sealed record AwsOptions
{
    /// <summary>The region CloudWatch is asked in; null takes the active profile's. Route 53 has no regions.</summary>
    public string? Region { get; init; }

    /// <summary>Replaces the endpoint of every service that has none of its own here; null means AWS itself.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>Replaces Route 53's endpoint; wins over <see cref="Endpoint"/>.</summary>
    public Uri? Route53Endpoint { get; init; }

    /// <summary>Replaces CloudWatch's endpoint; wins over <see cref="Endpoint"/>.</summary>
    public Uri? CloudWatchEndpoint { get; init; }

    /// <summary>Route 53 allows an account 5 requests a second, all its users together; set less to leave room for others. 1-5.</summary>
    [Range(1, 5)]
    public int Route53RequestsPerSecond { get; init; } = 5;

    public RetryOptions Normal { get; init; } = new();

    public RetryOptions Urgent { get; init; } = RetryOptions.ForUrgentCalls;

    /// <summary>Reads the variables that the official SDKs read.</summary>
    /// <param name="variable">
    /// Gives a variable's value, or null: <see cref="Environment.GetEnvironmentVariable(string)"/> in the product.
    /// </param>
    /// <exception cref="UriFormatException">An endpoint variable holds no absolute URL.</exception>
    public static AwsOptions FromEnvironment(Func<string, string?> variable)
    {
        var ignored = string.Equals(variable("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"), "true", StringComparison.OrdinalIgnoreCase);
        Uri? Url(string name) => ignored || Text(name) is not { } text ? null
            : Uri.TryCreate(text, UriKind.Absolute, out var url) ? url
            : throw new UriFormatException($"{name} is \"{text}\", which is no absolute URL such as https://vpce.example.com.");
        string? Text(string name) => variable(name) is { Length: > 0 } text ? text : null;

        return new AwsOptions
        {
            Region = Text("AWS_REGION") ?? Text("AWS_DEFAULT_REGION"),
            Endpoint = Url("AWS_ENDPOINT_URL"),
            Route53Endpoint = Url("AWS_ENDPOINT_URL_ROUTE_53"),
            CloudWatchEndpoint = Url("AWS_ENDPOINT_URL_CLOUDWATCH"),
        };
    }

    /// <summary>Carries Route 53's signed requests in place of sockets; null for sockets. For whoever decides request by request.</summary>
    internal HttpMessageHandler? Route53Connections { get; init; }

    internal RetryOptions RetryFor(CallPriority priority) => priority is CallPriority.Urgent ? Urgent : Normal;
}
