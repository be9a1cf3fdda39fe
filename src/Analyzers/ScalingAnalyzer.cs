using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using ScalingAnalyzers.Checks;
using ScalingAnalyzers.Evaluation;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Analyzers;

/// <summary>Resolves each run once and passes it to every rule.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ScalingAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Rules.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            // Our attributes cannot occur without our assembly.
            if (!start.Compilation.ReferencedAssemblyNames.Any(a => a.Name == "ScalingAnalyzers.Runtime")) return;
            var optionFindings = new OptionFindings();
            var laws = OwnLaws.Library(start.Options.AdditionalFiles, start.CancellationToken);
            start.RegisterAdditionalFileAction(LawFiles.Judge);
            start.RegisterAdditionalFileAction(new JsonFiles(start.Options, optionFindings, laws).Judge);
            start.RegisterSyntaxNodeAction(
                node => JudgeType(node, optionFindings, laws),
                SyntaxKind.ClassDeclaration,
                SyntaxKind.StructDeclaration,
                SyntaxKind.RecordDeclaration,
                SyntaxKind.RecordStructDeclaration);
            if (CreatedRuns.AreLikely(start.Compilation))
                start.RegisterOperationAction(
                    operation => JudgeObject(operation, optionFindings, laws), OperationKind.ObjectCreation, OperationKind.With);
        });
    }

    private static void JudgeObject(OperationAnalysisContext context, OptionFindings optionFindings, LawLibrary laws)
    {
        var operation = context.Operation;
        if (!ObjectRuns.IsRun(operation) || operation.SemanticModel is not { } model) return;
        var options = RunOptions.Read(context.Options.AnalyzerConfigOptionsProvider, operation.Syntax.SyntaxTree, laws);
        if (ObjectRuns.Read(operation, model, options, context.CancellationToken) is not { } source) return;
        var teller = new SourceTeller(operation.Syntax, ImmutableArray.Create(operation.Syntax.Span),
            source.Places, context.ReportDiagnostic);
        teller.Tell(RunChecks.Of(source.Run, RuleScope.Object));
        teller.Tell(ReaderFindings.NotKnown(source));
        optionFindings.Tell(operation.Syntax, options, teller);
    }

    private static void JudgeType(SyntaxNodeAnalysisContext context, OptionFindings optionFindings, LawLibrary laws)
    {
        var declaration = (TypeDeclarationSyntax)context.Node;
        if (declaration.AttributeLists.Count == 0) return;
        if (context.SemanticModel.GetDeclaredSymbol(declaration, context.CancellationToken) is not { } type) return;
        JudgePlans(context, declaration, type, laws);
        bool isTraining = ConfigAttributes.Training(type) is { } training && IsOn(training, declaration, context.CancellationToken);
        bool isModel = ConfigAttributes.Model(type) is { } model && IsOn(model, declaration, context.CancellationToken);
        if (!isTraining && !isModel) return;

        var options = RunOptions.Read(context.Options.AnalyzerConfigOptionsProvider, declaration.SyntaxTree, laws);
        var source = RunReader.OfType(type, context.SemanticModel, options, context.CancellationToken);
        var teller = new SourceTeller(declaration, PartsIn(declaration.SyntaxTree, type), source.Places, context.ReportDiagnostic);
        teller.Tell(RunChecks.Of(source.Run, isTraining ? RuleScope.Training : RuleScope.Model));
        if (ReaderFindings.NoEffect(source) is { } noEffect) teller.Tell(noEffect);
        teller.Tell(ReaderFindings.AlmostRead(source));
        teller.Tell(ReaderFindings.NotKnown(source));
        if (source.Run.Declared.ComputeParameters is not null || source.Run.Declared.TrainingTokens is not null)
        {
            if (Emission.Obstacle(type, context.CancellationToken) is { } obstacle) teller.Tell(CannotGenerate(type, obstacle));
        }

        optionFindings.Tell(declaration, options, teller);
    }

    private static void JudgePlans(
        SyntaxNodeAnalysisContext context, TypeDeclarationSyntax declaration, INamedTypeSymbol type, LawLibrary laws)
    {
        if (ConfigAttributes.Plans(type) is not { } attribute || !IsOn(attribute, declaration, context.CancellationToken)) return;
        var options = RunOptions.Read(context.Options.AnalyzerConfigOptionsProvider, declaration.SyntaxTree, laws);
        var teller = new SourceTeller(declaration, PartsIn(declaration.SyntaxTree, type), new PlaceTable(), context.ReportDiagnostic);
        if (!PlanRuns.Of(type, context.SemanticModel, options, context.CancellationToken).Any())
        {
            teller.Tell(ReaderFindings.NoEffect(type.Name, "TrainingPlans", "a run", "no run",
                "that is static readonly, of a type marked [TrainingConfig], and created where it is declared"));
        }
        else if (Emission.Obstacle(type, context.CancellationToken) is { } obstacle)
        {
            teller.Tell(CannotGenerate(type, obstacle));
        }
    }

    private static Finding CannotGenerate(
        INamedTypeSymbol type, string obstacle) => new(RuleTable.CannotGenerate, type.Name, 0, ("obstacle", obstacle))
        {
            Fixes = [new FindingFix(FixKind.AddPartial, "Make the type partial, so that constants can be generated")],
        };

    private static bool IsOn(AttributeData attribute, TypeDeclarationSyntax declaration, CancellationToken cancellation) =>
        attribute.ApplicationSyntaxReference is { } reference && reference.SyntaxTree == declaration.SyntaxTree &&
        declaration.AttributeLists.Any(list => list.Span.Contains(reference.GetSyntax(cancellation).Span));

    private static ImmutableArray<Microsoft.CodeAnalysis.Text.TextSpan> PartsIn(SyntaxTree tree, INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Where(r => r.SyntaxTree == tree).Select(r => r.Span).ToImmutableArray();
}
