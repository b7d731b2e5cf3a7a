using Cutover.Engine.Api;
using Cutover.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Cutover.Web.Api.Document;

/// <summary>The OpenAPI document, at /openapi/v1.json; web/openapi.json in the repository is a copy that a test keeps current.</summary>
internal static class ApiDocument
{
    public static void Add(IServiceCollection services) => services.AddOpenApi(options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer(Introduce);
        options.AddOperationTransformer(Complete);
        options.AddSchemaTransformer(WrittenSchema.CorrectAsync);
    });

    private static Task Introduce(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Cutover",
            Version = "v1",
            Description = "Moves live traffic from one stack to another by weighted Route 53 records. Errors are Problem Details (RFC 9457).",
        };
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [BearerAuthentication.Name] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A token of this host. The lab asks for none.",
            },
        };
        var bearer = new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(BearerAuthentication.Name, document)] = [] };
        document.Security = [bearer];
        return Task.CompletedTask;
    }

    private static Task Complete(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<TakesKey>().Any())
        {
            (operation.Parameters ??= []).Add(new OpenApiParameter
            {
                Name = ApiRoutes.KeyHeader,
                In = ParameterLocation.Header,
                Description = "Names this request, in quotation marks. Repeated within 24 h with the same key, it is answered as it was and "
                    + "not done again.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = RequestKey.Longest + 2 },
            });
        }

        var answers = (operation.Responses ?? []).OrderBy(answer => answer.Key, StringComparer.Ordinal).ToList();
        operation.Responses = [];
        answers.ForEach(answer => operation.Responses.Add(answer.Key, answer.Value));

        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<IAllowAnonymous>().Any())
        {
            operation.Security = [];
        }

        return Task.CompletedTask;
    }
}
