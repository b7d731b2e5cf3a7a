using Amazon.Runtime;
using Cutover.Engine.Aws;
using Cutover.Engine.Tests.Runs;
using Cutover.Lab;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cutover.Engine.Tests.Faults;

/// <summary>The account before the engine with short waits between tries, so that a lasting fault is an outcome soon.</summary>
internal static class QuickAws
{
    private static readonly RetryOptions Quick = new()
    {
        Attempts = 3,
        BaseDelay = TimeSpan.FromMilliseconds(20),
        MaxDelay = TimeSpan.FromMilliseconds(100),
    };

    /// <param name="credentials">Null for the lab's own key.</param>
    public static void Add(LabEngine engine, IServiceCollection services, AWSCredentials? credentials = null) =>
        services.AddSingleton(provider => new AwsConnection(
            new AwsOptions
            {
                Region = LabWorld.Region,
                Route53Endpoint = engine.Lab.Route53.Endpoint,
                CloudWatchEndpoint = engine.Lab.CloudWatch.Endpoint,
                Normal = Quick,
                Urgent = Quick,
            },
            TimeProvider.System,
            provider.GetRequiredService<ILogger<AwsConnection>>(),
            credentials ?? new BasicAWSCredentials(engine.Lab.Credentials.AccessKeyId, engine.Lab.Credentials.SecretAccessKey)));
}
