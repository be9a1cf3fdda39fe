using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.Generators;

/// <summary>Puts what follows from a config into its nested Estimates, as constants. Reports nothing: the analyzers do.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class EstimatesGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var models = context.SyntaxProvider
            .ForAttributeWithMetadataName(ConfigAttributes.TrainingConfig, static (node, _) => node is TypeDeclarationSyntax, static (attributed, _) => attributed)
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, cancellation) => Model(pair.Left, pair.Right, cancellation))
            .WithTrackingName(TrackingNames.Model);

        context.RegisterSourceOutput(
            models.Where(static model => model is not null).WithTrackingName(TrackingNames.Emitted),
            static (output, model) => output.AddSource(model!.HintName, SourceText.From(EstimatesWriter.Write(model), Encoding.UTF8)));
    }

    private static EstimatesModel? Model(GeneratorAttributeSyntaxContext attributed, AnalyzerConfigOptionsProvider provider, CancellationToken cancellation)
    {
        if (attributed.TargetSymbol is not INamedTypeSymbol type || Emission.Obstacle(type, cancellation) is not null) return null;
        var options = RunOptions.Read(provider, attributed.TargetNode.SyntaxTree);
        var run = RunReader.OfType(type, attributed.TargetNode, attributed.SemanticModel, options, cancellation);
        return new EstimatesModel(
            HintNames.Of(type),
            type.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString(NamespaceFormat) : "",
            new EquatableArray<EnclosingType>(Enclosing(type)),
            Remark: Remark(run),
            Constants: EstimateConstants.Of(run));
    }

    private static readonly SymbolDisplayFormat NamespaceFormat = SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    private static IEnumerable<EnclosingType> Enclosing(INamedTypeSymbol type)
    {
        var chain = new List<EnclosingType>();
        for (INamedTypeSymbol? t = type; t is not null; t = t.ContainingType)
        {
            string keyword = (t.IsRecord, t.TypeKind) switch
            {
                (true, TypeKind.Struct) => "record struct",
                (true, _) => "record",
                (_, TypeKind.Struct) => "struct",
                (_, TypeKind.Interface) => "interface",
                _ => "class",
            };
            string parameters = t.TypeParameters.Length == 0 ? "" : "<" + string.Join(", ", t.TypeParameters.Select(p => Identifier(p.Name))) + ">";
            chain.Insert(0, new EnclosingType(keyword, Identifier(t.Name), parameters));
        }

        return chain;
    }

    private static string Identifier(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    // What a hover over Estimates says: what would have to be declared for more.
    private static string Remark(ResolvedRun run)
    {
        var parts = new List<string>();
        if (run.Estimate.NoVerdict is { } reason) parts.Add("No optimum and no loss: " + reason + ".");
        var missing = new List<string>();
        if (run.Run.Accelerator is null) missing.Add("Accelerator");
        if (run.Run.Utilization is null) missing.Add("Utilization");
        if (run.Run.AcceleratorCount is null) missing.Add("AcceleratorCount");
        if (run.Run.PricePerAcceleratorHour is null) missing.Add("PricePerAcceleratorHour");
        if (missing.Count > 0) parts.Add("Declare " + string.Join(", ", missing) + " for hours, days, energy and cost.");
        return string.Join(" ", parts);
    }
}
