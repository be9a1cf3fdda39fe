using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScalingAnalyzers.Evaluation;

/// <summary>Collects the facts of a config: its members by role, then its model's, then its attribute's arguments.</summary>
internal sealed class FactReader
{
    private readonly SourceModels _models;
    private readonly Interpreter _interpreter;
    private readonly CancellationToken _cancellation;

    public FactReader(SourceModels models, CancellationToken cancellation)
    {
        _models = models;
        _cancellation = cancellation;
        _interpreter = new Interpreter(models, cancellation);
    }

    /// <summary>The facts of the type's own run: its static members, or what `new T()` holds.</summary>
    public FactSheet OfType(INamedTypeSymbol type)
    {
        ObjectValue? instance = null;
        if (!type.IsStatic) instance = _interpreter.CreateDefault(type) as ObjectValue;
        return Of(type, instance);
    }

    /// <summary>The facts of an object's run; null where the object is not known.</summary>
    public FactSheet? OfObject(IOperation creation)
    {
        if (_interpreter.Created(creation) is not ObjectValue created) return null;
        var facts = Of(created.Type, ObjectRuns.AsItStays(creation, created, _cancellation));
        facts.DisownLiterals(creation.Syntax);
        return facts;
    }

    /// <summary>The facts of a run that a static field or property holds; null where its object is not known.</summary>
    public FactSheet? OfMember(ISymbol member) => _interpreter.Member(member, null) is ObjectValue held ? Of(held.Type, held) : null;

    private FactSheet Of(INamedTypeSymbol type, ObjectValue? instance)
    {
        var sheet = new FactSheet();
        AddMembers(sheet, type, instance);
        AddArguments(sheet, ConfigAttributes.Training(type));
        AddModel(sheet);
        AddFamily(sheet, type);
        return sheet;
    }

    private void AddMembers(FactSheet sheet, INamedTypeSymbol type, ObjectValue? instance)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (INamedTypeSymbol? t = type; t is not null && t.SpecialType == SpecialType.None; t = t.BaseType)
        {
            var level = sheet.All.Count == 0 ? sheet : new FactSheet();
            foreach (var member in t.GetMembers().Where(m => IsReadable(m) && seen.Add(m.Name)))
            {
                if (FactOf(member, instance) is { } fact) level.AddEqual(fact);
            }

            if (level != sheet) sheet.AddBase(level);
        }
    }

    private static bool IsReadable(ISymbol member) => member switch
    {
        IFieldSymbol field => !field.IsImplicitlyDeclared && field.CanBeReferencedByName,
        IPropertySymbol property => !property.IsIndexer && property.GetMethod is not null && !property.IsImplicitlyDeclared && property.CanBeReferencedByName,
        _ => false,
    };

    private Fact? FactOf(ISymbol member, ObjectValue? instance)
    {
        var (role, scale) = RoleOf(member);
        if (role == ConfigRole.None) return null;
        if (!member.IsStatic && instance is null) return new Fact(role, member.Name, Value.Unset("no object of the type is known"), scale, null);
        var at = _interpreter.WrittenAt(member, instance);
        var value = _interpreter.Member(member, instance);
        if (TypeOf(member) is { } type) value = Choices.Typed(role, type, value, at);
        return new Fact(role, member.Name, value, scale, at);
    }

    /// <summary>The role a member plays, by [ConfigMember], by its type, or by its name.</summary>
    public static (ConfigRole Role, double Scale) RoleOf(ISymbol member)
    {
        if (ConfigAttributes.Member(member) is { } attribute)
        {
            var role = attribute.ConstructorArguments.Length == 1 && attribute.ConstructorArguments[0].Value is int number ? (ConfigRole)number : ConfigRole.None;
            double scale = attribute.NamedArguments.FirstOrDefault(a => a.Key == "Scale").Value.Value is double given ? given : 1;
            return scale > 0 && scale < 1e19 ? (role, scale) : (ConfigRole.None, 1);
        }

        return ConfigAttributes.Model(TypeOf(member)) is not null ? (ConfigRole.Model, 1) : MemberNames.Of(member.Name);
    }

    private static ITypeSymbol? TypeOf(ISymbol member) => (member as IFieldSymbol)?.Type ?? (member as IPropertySymbol)?.Type;

    private void AddArguments(FactSheet sheet, AttributeData? attribute)
    {
        if (attribute is null) return;
        var syntax = attribute.ApplicationSyntaxReference?.GetSyntax(_cancellation) as AttributeSyntax;
        foreach (var argument in attribute.NamedArguments)
        {
            if (!Enum.TryParse(argument.Key, out ConfigRole role) || argument.Value.Kind == TypedConstantKind.Error) continue;
            var expression = syntax?.ArgumentList?.Arguments.FirstOrDefault(a => a.NameEquals?.Name.Identifier.ValueText == argument.Key)?.Expression;
            sheet.Add(new Fact(role, argument.Key, ValueOf(argument.Value, expression), 1, expression));
        }
    }

    // The folded constant is trusted only where no generated constant went into it.
    private Value ValueOf(TypedConstant constant, ExpressionSyntax? expression)
    {
        if (constant.Kind == TypedConstantKind.Type) return constant.Value is ITypeSymbol type ? new TypeValue(type) : Value.Unset("no type is named");
        if (constant.Value is null) return Value.Unset("null");
        if (expression is LiteralExpressionSyntax { Token: var token } && constant.Kind == TypedConstantKind.Primitive) return new ScalarValue(constant.Value, new EditableLiteral(token, 1, isShared: false));
        if (expression is not null && !IsOurName(expression) && _models.OperationOf(expression, _cancellation) is { } operation)
        {
            var read = _interpreter.Evaluate(operation, Frame.Empty);
            if (read is UnknownValue) return read;
            return new ScalarValue(constant.Value, read.Literal);
        }

        return new ScalarValue(constant.Value);
    }

    // Names that no generated constant can have: nothing is bound for them.
    private static bool IsOurName(ExpressionSyntax expression) => expression is MemberAccessExpressionSyntax
    {
        Expression: IdentifierNameSyntax { Identifier.ValueText: nameof(KnownAccelerators) or nameof(KnownLaws) or nameof(NumericFormat) or nameof(TrainingIntent) or nameof(TrainingStage) },
    };

    private void AddModel(FactSheet sheet)
    {
        if (sheet.Find(ConfigRole.Model) is not { } model) return;
        var (type, instance) = model.Value switch
        {
            ObjectValue known => (known.Type, known),
            TypeValue { Type: INamedTypeSymbol named } => (named, named.IsStatic ? null : _interpreter.CreateDefault(named) as ObjectValue),
            _ => (null, null),
        };
        if (type is null) return;
        var inner = new FactSheet();
        AddMembers(inner, type, instance);
        var ofModel = inner.All.Where(f => IsOfModel(f.Role)).ToArray();
        foreach (var fact in ofModel) sheet.Add(fact);
        AddFamily(sheet, type);
        if (!sheet.HasModel && ofModel.Length == 0 && model.At?.Parent is AttributeArgumentSyntax) sheet.SilentModel = type.Name;
    }

    // The config may be the model's too, by its own attribute or a base class's.
    private static void AddFamily(FactSheet sheet, INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? t = type; t is not null && !sheet.HasModel; t = t.BaseType)
        {
            if (ConfigAttributes.Model(t) is not { } attribute) continue;
            sheet.HasModel = true;
            sheet.Family = attribute.NamedArguments.FirstOrDefault(a => a.Key == "Family").Value.Value as string;
        }
    }

    private static bool IsOfModel(ConfigRole role) =>
        role is ConfigRole.Parameters or ConfigRole.ActiveParameters || role is >= ConfigRole.HiddenSize and <= ConfigRole.DenseLayers;
}
