using System.Text.Json;
using System.Text.RegularExpressions;
using Cutover.Engine.Api;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace Cutover.Web.Api;

/// <summary>Turns whatever went wrong around an endpoint of the API into Problem Details.</summary>
internal static partial class ApiFailures
{
    private const string TooLong = "A request may be 1 MiB long.";

    public static ExceptionHandlerOptions Handling { get; } = new()
    {
        ExceptionHandler = AnswerAsync,
        AllowStatusCode404Response = true,
        // What is a bug is logged here; what is the caller's mistake is only answered.
        SuppressDiagnosticsCallback = _ => true,
    };

    /// <summary>Gives an answer without content its words.</summary>
    public static Task DescribeAsync(StatusCodeContext context)
    {
        var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
        var detail = response.StatusCode switch
        {
            404 => $"There is nothing at {request.Path}.",
            405 => $"{request.Path} does not take {request.Method}.",
            413 => TooLong,
            415 => "Send JSON, with the content type application/json.",
            _ => null,
        };
        return Problem.WriteAsync(
            context.HttpContext, new(ReasonPhrases.GetReasonPhrase(response.StatusCode), response.StatusCode, detail));
    }

    private static Task AnswerAsync(HttpContext context)
    {
        var failed = context.Features.GetRequiredFeature<IExceptionHandlerPathFeature>();
        return Problem.WriteAsync(context, failed.Error switch
        {
            BadHttpRequestException { InnerException: JsonException json } =>
                new("The JSON cannot be read", 400, Place(context, failed, json)),
            BadHttpRequestException bad => new(ReasonPhrases.GetReasonPhrase(bad.StatusCode), bad.StatusCode, Words(bad)),
            OperationCanceledException =>
                new("The host is stopping", 503, "Whether it was done is in the run's decision log once the host is back."),
            _ => Bug(context, failed),
        });
    }

    private static string Place(HttpContext context, IExceptionHandlerPathFeature failed, JsonException json) => JsonPlace.Describe(
        json,
        failed.Endpoint?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType,
        context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions);

    private static string Words(BadHttpRequestException bad)
    {
        if (bad.StatusCode == 413)
        {
            return TooLong;
        }

        if (Unbound().Match(bad.Message) is { Success: true, Groups: var found })
        {
            return $"{found["name"]}: \"{found["value"]}\" cannot be read.";
        }

        return bad.Message.Contains("no body was provided", StringComparison.Ordinal)
            ? "A JSON object is missing: the request has no body, or null."
            : bad.Message;
    }

    private static ApiProblem Bug(HttpContext context, IExceptionHandlerPathFeature failed)
    {
        var logger = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ApiFailures));
        Log.RequestFailed(logger, context.Request.Method, failed.Path, failed.Error);
        return new(
            "An error in Cutover itself",
            500,
            "The host's log says more. Whether a request to change something was done is in the run's decision log.");
    }

    [GeneratedRegex("^Failed to bind parameter \"[^\"]* (?<name>\\w+)\" from \"(?<value>.*)\"\\.$", RegexOptions.Singleline)]
    private static partial Regex Unbound();
}
