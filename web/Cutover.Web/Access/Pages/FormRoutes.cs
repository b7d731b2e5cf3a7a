using Microsoft.AspNetCore.Antiforgery;

namespace Cutover.Web.Access.Pages;

/// <summary>Plain forms: each carries an antiforgery token, and is refused without it.</summary>
internal static class FormRoutes
{
    public static RouteHandlerBuilder MapForm(this IEndpointRouteBuilder app, string pattern, Delegate handler) =>
        app.MapPost(pattern, handler).AddEndpointFilter(CheckAsync).ExcludeFromDescription();

    /// <summary>The hidden field of a form.</summary>
    public static Html Token(HttpContext context)
    {
        var tokens = context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context);
        return $"""<input type="hidden" name="{tokens.FormFieldName}" value="{tokens.RequestToken}">""";
    }

    /// <summary>What a field holds, without the space around it.</summary>
    public static async Task<string> FieldAsync(this HttpContext context, string name) =>
        (await context.Request.ReadFormAsync(context.RequestAborted))[name].ToString().Trim();

    private static async ValueTask<object?> CheckAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        return await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context)
            ? await next(invocation)
            : PlainPage.Show(
                400, "Not done", $"<p role=alert>This form was out of date. Go back, load the page again, and repeat it.</p>");
    }
}
