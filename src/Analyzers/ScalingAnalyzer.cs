using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using ScalingAnalyzers.Evaluation;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Analyzers;

/// <summary>Resolves each run once and hands it to every rule.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ScalingAnalyzer : DiagnosticAnalyzer
{
    private static readonly RunRule[] RunRules =
    [
        new ImpossibleValues(),
        new LawNames(),
        new AcceleratorNames(),
        new RolesTwice(),
        new Magnitudes(),
        new TokensAgree(),
        new ShapeDivides(),
        new CountsAgree(),
        new RoundDimensions(),
        new StateFits(),
        new TokenBalance(),
        new Extrapolation(),
        new Budgets(),
        new Utilizations(),
        new Thresholds(),
        new DataStock(),
        new BatchSizes(),
        new LearningRates(),
        new InferenceBalance(),
        new NoEffect(),
        new Unread(),
    ];

    // What is said of a model is said at the model, once, not once per training config.
    private static readonly RunRule[] ModelRules =
    [
        new ImpossibleValues(),
        new RolesTwice(),
        new Magnitudes(),
        new ShapeDivides(),
        new CountsAgree(),
        new RoundDimensions(),
        new NoEffect(),
        new Unread(),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Rules.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            // Nothing can carry our attributes without our assembly.
            if (!start.Compilation.ReferencedAssemblyNames.Any(a => a.Name == "ScalingAnalyzers.Runtime")) return;
            var said = new OptionReport();
            var laws = OwnLaws.Library(start.Options.AdditionalFiles, start.CancellationToken);
            start.RegisterAdditionalFileAction(LawFiles.Judge);
            start.RegisterAdditionalFileAction(new JsonFiles(start.Options, RunRules.Where(r => r is not NoEffect).ToArray(), said, laws).Judge);
            start.RegisterSyntaxNodeAction(
                node => JudgeType(node, said, laws),
                SyntaxKind.ClassDeclaration,
                SyntaxKind.StructDeclaration,
                SyntaxKind.RecordDeclaration,
                SyntaxKind.RecordStructDeclaration);
            if (CreatedRuns.AreLikely(start.Compilation)) start.RegisterOperationAction(operation => JudgeObject(operation, said, laws), OperationKind.ObjectCreation, OperationKind.With);
        });
    }

    private static void JudgeObject(OperationAnalysisContext context, OptionReport said, LawLibrary laws)
    {
        var operation = context.Operation;
        if (!ObjectRuns.IsRun(operation) || operation.SemanticModel is not { } model) return;
        var options = RunOptions.Read(context.Options.AnalyzerConfigOptionsProvider, operation.Syntax.SyntaxTree, laws);
        if (ObjectRuns.Read(operation, model, options, context.CancellationToken) is not { } run) return;
        var report = new SourceReport(operation.Syntax, ImmutableArray.Create(operation.Syntax.Span), context.ReportDiagnostic);
        foreach (var rule in RunRules.Where(r => r is not NoEffect)) rule.Judge(run, report);
        said.Judge(operation.Syntax, options, report);
    }

    private static void JudgeType(SyntaxNodeAnalysisContext context, OptionReport said, LawLibrary laws)
    {
        var declaration = (TypeDeclarationSyntax)context.Node;
        if (declaration.AttributeLists.Count == 0) return;
        if (context.SemanticModel.GetDeclaredSymbol(declaration, context.CancellationToken) is not { } type) return;
        JudgePlans(context, declaration, type, laws);
        bool isTraining = ConfigAttributes.Training(type) is { } training && IsOn(training, declaration, context.CancellationToken);
        bool isModel = ConfigAttributes.Model(type) is { } model && IsOn(model, declaration, context.CancellationToken);
        if (!isTraining && !isModel) return;

        var options = RunOptions.Read(context.Options.AnalyzerConfigOptionsProvider, declaration.SyntaxTree, laws);
        var run = RunReader.OfType(type, declaration, context.SemanticModel, options, context.CancellationToken);
        var report = new SourceReport(declaration, PartsIn(declaration.SyntaxTree, type), context.ReportDiagnostic);
        foreach (var rule in isTraining ? RunRules : ModelRules) rule.Judge(run, report);
        if (run.Run.ComputeParameters is not null || run.Run.TrainingTokens is not null)
        {
            if (Emission.Obstacle(type, context.CancellationToken) is { } obstacle) report.AtName(Rules.CannotGenerate, type.Name, "Estimates: " + obstacle);
        }

        said.Judge(declaration, options, report);
    }

    private static void JudgePlans(SyntaxNodeAnalysisContext context, TypeDeclarationSyntax declaration, INamedTypeSymbol type, LawLibrary laws)
    {
        if (ConfigAttributes.Plans(type) is not { } attribute || !IsOn(attribute, declaration, context.CancellationToken)) return;
        var options = RunOptions.Read(context.Options.AnalyzerConfigOptionsProvider, declaration.SyntaxTree, laws);
        var report = new SourceReport(declaration, PartsIn(declaration.SyntaxTree, type), context.ReportDiagnostic);
        if (!PlanRuns.Of(type, context.SemanticModel, options, context.CancellationToken).Any())
        {
            report.AtName(Rules.NoEffect, type.Name, NoEffect.Said("TrainingPlans", "a run", "no run", "that is static readonly, of a type marked [TrainingConfig], and created where it is declared"));
        }
        else if (Emission.Obstacle(type, context.CancellationToken) is { } obstacle)
        {
            report.AtName(Rules.CannotGenerate, type.Name, "Estimates: " + obstacle);
        }
    }

    private static bool IsOn(AttributeData attribute, TypeDeclarationSyntax declaration, CancellationToken cancellation) =>
        attribute.ApplicationSyntaxReference is { } reference && reference.SyntaxTree == declaration.SyntaxTree &&
        declaration.AttributeLists.Any(list => list.Span.Contains(reference.GetSyntax(cancellation).Span));

    private static ImmutableArray<Microsoft.CodeAnalysis.Text.TextSpan> PartsIn(SyntaxTree tree, INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Where(r => r.SyntaxTree == tree).Select(r => r.Span).ToImmutableArray();
}
