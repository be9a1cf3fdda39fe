using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ScalingAnalyzers.Evaluation;

/// <summary>Which creations and `with` expressions are runs of their own: those of a config type that write at least
/// one role, where they are complete.</summary>
internal static class ObjectRuns
{
    /// <summary>Whether the operation creates a run to assess here.</summary>
    public static bool IsRun(IOperation operation)
    {
        if (operation.Type is not INamedTypeSymbol type || ConfigAttributes.Training(type) is null) return false;

        // Inside a larger `with` it is not complete yet.
        if (Outer(operation) is IWithOperation || Chain.GoesOn(operation, type)) return false;
        return operation switch
        {
            IObjectCreationOperation creation => creation.Arguments.Any(a => a.ArgumentKind != ArgumentKind.DefaultValue)
                || Writes(creation.Initializer),
            IWithOperation with => Writes(with.Initializer),
            _ => false,
        };
    }

    private static IOperation? Outer(IOperation operation)
    {
        var parent = operation.Parent;
        while (parent is IParenthesizedOperation or IConversionOperation) parent = parent.Parent;
        return parent;
    }

    private static bool Writes(IObjectOrCollectionInitializerOperation? initializer) =>
        initializer is not null && initializer.Initializers.Any(entry => entry switch
    {
        ISimpleAssignmentOperation { Target: IMemberReferenceOperation target } =>
            ValueReader.RoleOf(target.Member).Role != ConfigRole.None,
        IMemberInitializerOperation { InitializedMember: IMemberReferenceOperation target } =>
            ValueReader.RoleOf(target.Member).Role != ConfigRole.None,
        _ => false,
    });

    /// <summary>
    /// The name of the run in messages: the local, field, property or parameter that receives it, else its type.
    /// </summary>
    public static string NameOf(IOperation operation)
    {
        var node = operation.Syntax;
        while (node.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax) node = node.Parent;
        return node.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => variable.Identifier.ValueText,
            EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText,
            ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText,
            ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax method } => method.Identifier.ValueText,
            AssignmentExpressionSyntax { Left: SimpleNameSyntax name } => name.Identifier.ValueText,
            AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax access } => access.Name.Identifier.ValueText,
            ArgumentSyntax { NameColon: { } name } => name.Name.Identifier.ValueText,
            _ => operation.Type?.Name ?? "run",
        };
    }

    /// <summary>The object with what the rest of the method does to it.</summary>
    public static ObjectValue AsItStays(IOperation operation, ObjectValue created, CancellationToken cancellation)
    {
        var node = operation.Syntax;
        while (node.Parent is { } parent && GivesItOn(parent, node)) node = parent;
        string? name = node.Parent switch
        {
            EqualsValueClauseSyntax
            {
                Parent: VariableDeclaratorSyntax
                {
                    Parent.Parent: LocalDeclarationStatementSyntax
                or UsingStatementSyntax
                } variable
            } => variable.Identifier.ValueText,
            AssignmentExpressionSyntax { Left: SimpleNameSyntax target } assignment when assignment.IsKind(
                SyntaxKind.SimpleAssignmentExpression) => target.Identifier.ValueText,
            AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax access } assignment when assignment.IsKind(
                SyntaxKind.SimpleAssignmentExpression) => access.Name.Identifier.ValueText,
            _ => null,
        };
        return name is null || node.Parent?.Parent is InitializerExpressionSyntax
            ? created
            : NameUses.Of(node, name).Apply(created, cancellation);
    }

    // Expressions whose value may be the object itself.
    private static bool GivesItOn(SyntaxNode parent, SyntaxNode node) => parent switch
    {
        ParenthesizedExpressionSyntax or CastExpressionSyntax or SwitchExpressionSyntax => true,
        ConditionalExpressionSyntax or SwitchExpressionArmSyntax => true,
        BinaryExpressionSyntax binary => binary.IsKind(SyntaxKind.CoalesceExpression)
            || (binary.IsKind(SyntaxKind.AsExpression) && binary.Left == node),
        PostfixUnaryExpressionSyntax postfix => postfix.IsKind(SyntaxKind.SuppressNullableWarningExpression),
        _ => false,
    };

    /// <summary>The run that the operation makes; null where its object cannot be read at all.</summary>
    public static SourceRun? Read(IOperation operation, SemanticModel model, RunOptions options, CancellationToken cancellation)
    {
        var models = new SourceModels(model);
        SourceRun? In(Interpreter run)
        {
            var reader = new ValueReader(models, run, cancellation);
            return reader.OfObject(operation) is { } values ? RunReader.Of(NameOf(operation), values, reader, options) : null;
        }

        Interpreter Make() => new(models, cancellation);
        var effects = EffectTable.Of(model.Compilation);
        return StartedTypes.Around(operation) is { } type && !effects.IsQuiet(type, new Extent(Extent.OfReading), cancellation)
            ? effects.Started.Read(type, Make, In, cancellation)
            : In(Make());
    }
}
