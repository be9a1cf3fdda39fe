using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ScalingAnalyzers.Evaluation;

/// <summary>Reads fields and properties: what is stored in them, or what their getters compute.</summary>
internal sealed partial class MemberReader
{
    private readonly Interpreter _run;

    public MemberReader(Interpreter run) => _run = run;

    /// <summary>The value of a member; its getter runs as it would in the program.</summary>
    public Value Read(ISymbol member, ObjectValue? receiver, bool isVirtual = true)
    {
        if (IsGenerated(member))
            return Value.Unknown(UnknownKind.Generated, member.Name);
        if (member.IsStatic) return _run.Statics.Read(member);
        if (receiver is null) return Value.Unknown(UnknownKind.HolderUnknown, member.Name);
        if (member is IFieldSymbol { AssociatedSymbol: IPropertySymbol backed })
            return receiver.Stored(PartialMembers.Definition(backed)) ?? Unset(member);
        if (isVirtual) member = Dispatch.Get(member, receiver.Type);
        if (member is not IPropertySymbol property || !Accessors.HasOwnGetter(property, _run.Cancellation))
            return receiver.Stored(member) ?? Unset(member);

        // The object behind an unknown one may be of a derived type.
        if (receiver.IsOfUnknownType && isVirtual && Dispatch.IsVirtual(property))
            return Unfollowed(property) ?? receiver.Clouded ?? Unset(member);
        return Computed(property, receiver);
    }

    public static UnknownValue Unset(ISymbol member) => Value.Unset(member.Name);

    /// <summary>What an expression-bodied or written getter gives.</summary>
    public Value Computed(IPropertySymbol property, ObjectValue? receiver)
    {
        var key = (property, receiver);
        if (!_run.Running.Add(key)) return Value.Unknown(UnknownKind.RefersToItself, property.Name);
        try
        {
            if (property.GetMethod is not { } getter) return Value.Unknown(UnknownKind.NoGetter, property.Name);
            if (_run.Unbound.Getter(property, receiver) is { } calculated) return calculated;
            return _run.Calls.Run(getter, receiver, new Frame(receiver, property.ContainingType, _run.Calls.Unsteady(getter)),
                new(UnknownKind.DoesMore, property.Name), null);
        }
        finally
        {
            _run.Running.Remove(key);
        }
    }

    // Which getter runs is not known: any of them may change what it assigns.
    private UnknownValue? Unfollowed(IPropertySymbol property)
    {
        var effects = new EffectSet();
        if (property.GetMethod is { } getter)
        {
            if (_run.Effects.IsSource(getter)) effects.Calls.Add(getter.OriginalDefinition);
            effects.Dispatched.Add(getter.OriginalDefinition);
        }

        _run.Disturb(effects);
        return null;
    }

    public Value Field(IFieldReferenceOperation reference, Frame frame)
    {
        var field = reference.Field;
        if (field.ContainingType?.TypeKind == TypeKind.Enum && field.HasConstantValue) return EnumMember(field);
        if (reference.Instance is not { } instance) return Through(reference, null, field);
        return Through(reference, _run.Evaluate(instance, frame), field);
    }

    // The folded constant is used only where it contains no generated constant.
    private Value EnumMember(IFieldSymbol field)
    {
        if (field.DeclaringSyntaxReferences.FirstOrDefault()?.ReadSyntax(
            _run.Cancellation) is EnumMemberDeclarationSyntax { Parent: EnumDeclarationSyntax declaration } written)
        {
            var decides = declaration.Members
                .Take(declaration.Members.IndexOf(written) + 1)
                .LastOrDefault(m => m.EqualsValue is not null)?.EqualsValue;
            if (decides is { Value: not LiteralExpressionSyntax and var value }
                && _run.Evaluate(_run.Models.OperationOf(value, _run.Cancellation), Frame.Empty) is UnknownValue unknown) return unknown;
        }

        return new ScalarValue(field.ConstantValue);
    }

    public Value Property(IPropertyReferenceOperation reference, Frame frame)
    {
        var property = reference.Property;
        if (property.IsIndexer || property.ReturnsByRef || property.ReturnsByRefReadonly || IsExtension(property))
            return Unread(reference, frame, new(UnknownKind.IndexerNotRead));
        if (reference.Instance is not { } instance)
        {
            return property is { IsVirtual: false, IsAbstract: false }
                ? Through(reference, null, property)
                : Unread(reference, frame, new(UnknownKind.OverrideAtRunTime, property.Name));
        }

        var receiver = _run.Evaluate(instance, frame);
        bool isForeign = !_run.Effects.IsSource(property);
        if (receiver is ObjectValue known)
        {
            if (isForeign && !_run.Effects.IsSource(Dispatch.Get(property, known.Type))
                && !Accessors.OnlyStores(property, _run.Cancellation)) ReadElsewhere(known);
            return Through(reference, receiver, property);
        }

        if (!isForeign || !(receiver is not UnknownValue || _run.Effects.Reach.IsInert(instance))) _run.Disturb(reference, frame);
        if (receiver is UnknownValue) return receiver;
        return OfFramework(receiver, property, reference)
            ?? Value.Unknown(reference.Syntax, UnknownKind.PropertyNotRead, property.Name);
    }

    // A property of a base without source may call what its object overrides, and give what calls it later.
    private void ReadElsewhere(ObjectValue known)
    {
        var effects = new EffectSet();
        _run.Effects.Reach.AddOwn(known.Type, effects);
        if (!effects.IsNone) _run.Disturb(effects);
    }

    // By what the compiler has bound, never by the name alone.
    private static Value? OfFramework(
        Value receiver, IPropertySymbol property, IPropertyReferenceOperation reference) => (receiver, property.Name) switch
        {
            (CollectionValue collection, "Length") when property.ContainingType.SpecialType == SpecialType.System_Array =>
                new ScalarValue((int)collection.Count),
            (ScalarValue { Content: { } content } scalar, "Value") when ExpressionReader.IsNullable(property.ContainingType) =>
                new ScalarValue(content, scalar.Literal),
            (ScalarValue scalar, "HasValue") when ExpressionReader.IsNullable(property.ContainingType) =>
                new ScalarValue(scalar.Content is not null),
            (ScalarValue { Content: System.TimeSpan time }, var name) when KnownFunctions.IsTimeSpan(property.ContainingType) =>
                KnownFunctions.Duration(time, name) is { } total ? new ScalarValue(total) : null,
            (ScalarValue { Content: string text }, "Length") when property.ContainingType.SpecialType == SpecialType.System_String =>
                new ScalarValue(text.Length),
            _ => null,
        };

    private Value Unread(IOperation operation, Frame frame, UnknownReason why)
    {
        _run.Disturb(operation, frame);
        return Value.Unknown(why, operation.Syntax);
    }

    // Members of C# 14's extension blocks have an unspeakable type around them.
    private static bool IsExtension(IPropertySymbol property) => property.ContainingType is { CanBeReferencedByName: false };

    // A value reached by name keeps its literal, marked as possibly shared.
    private Value Through(IMemberReferenceOperation reference, Value? receiver, ISymbol member)
    {
        if (receiver is UnknownValue) return receiver;
        bool isBase = reference.Instance?.Syntax is BaseExpressionSyntax;
        var found = Read(member, receiver as ObjectValue, isVirtual: !isBase);
        return found switch
        {
            UnknownValue { At: null } unknown => Value.Unknown(unknown.Reason.OfReference(), reference.Syntax),
            ScalarValue { Literal: { } literal } scalar => new ScalarValue(scalar.Content, literal.Through()) { Boxed = scalar.Boxed },
            _ => found,
        };
    }

    private static bool IsGenerated(ISymbol member)
    {
        for (var type = member.ContainingType; type is not null; type = type.ContainingType)
        {
            if (type.IsStatic && type.GetAttributes().Any(IsOurMark)) return true;
        }

        return false;
    }

    private static bool IsOurMark(AttributeData attribute) =>
        attribute.AttributeClass is { Name: "GeneratedCodeAttribute" } &&
        attribute.ConstructorArguments.Length > 0 && attribute.ConstructorArguments[0].Value is "ScalingAnalyzers";
}
