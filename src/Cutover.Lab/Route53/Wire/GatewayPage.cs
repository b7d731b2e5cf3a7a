using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Cutover.Lab.Route53.Wire;

/// <summary>What a proxy on the way says for itself: HTML, without a request id or anything else of AWS's.</summary>
internal static class GatewayPage
{
    internal static Task WriteAsync(HttpResponse response, int status, CancellationToken cancellationToken)
    {
        response.StatusCode = status;
        response.ContentType = "text/html";
        response.Headers.Server = "lab-proxy";
        var title = string.Create(CultureInfo.InvariantCulture, $"{status} {ReasonPhrases.GetReasonPhrase(status)}");
        return response.WriteAsync(
            $"<html>\n<head><title>{title}</title></head>\n<body>\n<h1>{title}</h1><hr/>lab-proxy\n</body>\n</html>", cancellationToken);
    }
}
