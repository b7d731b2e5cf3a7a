using Amazon.Runtime;
using Cutover.Engine.Aws;
using Cutover.Lab.Aws;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cutover.Engine.Tests.Interleavings;

/// <summary>Signs and sends as the product does, every actor with an access key of its own.</summary>
internal static class Client
{
    public static readonly string[] Actors = ["A", "B", "terraform", "script", "canary"];

    private static readonly RetryOptions Few = new()
    {
        Attempts = 3, AttemptTimeout = EagerTime.Deadline, TotalTime = EagerTime.Deadline * 2,
    };

    public static LabCredentials Key(string actor) => new($"LABKEY{actor.ToUpperInvariant(),10}".Replace(' ', '0'), new string('s', 40));

    public static AwsConnection Connect(string actor, Wire wire, EagerTime time) => new(
        new AwsOptions
        {
            Region = "us-east-1",
            Route53Endpoint = new Uri("http://route53.lab.example"),
            Route53Connections = new Line(wire, actor),
            Normal = Few,
            Urgent = Few,
        },
        time,
        NullLogger<AwsConnection>.Instance,
        new BasicAWSCredentials(Key(actor).AccessKeyId, Key(actor).SecretAccessKey));
}
