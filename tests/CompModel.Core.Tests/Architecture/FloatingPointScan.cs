using System.Collections.Immutable;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace CompModel.Tests;

/// <summary>Reads an assembly's metadata and IL and names every place where a float or double occurs: fields, locals, signatures, calls, opcodes.</summary>
internal static class FloatingPointScan
{
    private static readonly Dictionary<ushort, OpCode> OpCodes = typeof(OpCodes).GetFields()
        .Where(field => field.FieldType == typeof(OpCode))
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => unchecked((ushort)code.Value));

    private static readonly HashSet<string> FloatingOpCodes = new(
        ["ldc.r4", "ldc.r8", "conv.r4", "conv.r8", "conv.r.un", "ldelem.r4", "ldelem.r8", "stelem.r4", "stelem.r8", "ldind.r4", "ldind.r8", "stind.r4", "stind.r8", "ckfinite"],
        StringComparer.Ordinal);

    /// <summary>Findings such as "Type.Method: local", in types that <paramref name="included"/> accepts by full name.</summary>
    public static List<string> Find(string assembly, Func<string, bool> included)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        MetadataReader metadata = file.GetMetadataReader();
        var signatures = new MentionsFloat(metadata);
        var found = new List<string>();
        foreach (TypeDefinition type in metadata.TypeDefinitions.Select(metadata.GetTypeDefinition))
        {
            string name = FullName(metadata, type);
            if (!included(name))
                continue;
            foreach (FieldDefinition field in type.GetFields().Select(metadata.GetFieldDefinition))
            {
                if (field.DecodeSignature(signatures, null))
                    found.Add($"{name}.{metadata.GetString(field.Name)}: field");
            }
            foreach (MethodDefinition method in type.GetMethods().Select(metadata.GetMethodDefinition))
            {
                string place = $"{name}.{metadata.GetString(method.Name)}";
                MethodSignature<bool> signature = method.DecodeSignature(signatures, null);
                if (signature.ReturnType)
                    found.Add($"{place}: return");
                if (signature.ParameterTypes.Any(mentions => mentions))
                    found.Add($"{place}: parameter");
                if (method.RelativeVirtualAddress == 0)
                    continue;
                MethodBodyBlock body = file.GetMethodBody(method.RelativeVirtualAddress);
                if (!body.LocalSignature.IsNil && metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(signatures, null).Any(mentions => mentions))
                    found.Add($"{place}: local");
                found.AddRange(Instructions(metadata, signatures, body.GetILReader()).Select(what => $"{place}: {what}"));
            }
        }
        return found;
    }

    private static IEnumerable<string> Instructions(MetadataReader metadata, MentionsFloat signatures, BlobReader il)
    {
        var found = new List<string>();
        while (il.RemainingBytes > 0)
        {
            ushort value = il.ReadByte();
            if (value == 0xFE)
                value = (ushort)(0xFE00 | il.ReadByte());
            OpCode code = OpCodes[value];
            if (FloatingOpCodes.Contains(code.Name!))
                found.Add(code.Name!);
            switch (code.OperandType)
            {
                case OperandType.InlineNone:
                    break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                    il.ReadByte();
                    break;
                case OperandType.InlineVar:
                    il.ReadInt16();
                    break;
                case OperandType.InlineI8 or OperandType.InlineR:
                    il.ReadInt64();
                    break;
                case OperandType.InlineSwitch:
                    int branches = il.ReadInt32();
                    il.Offset += 4 * branches;
                    break;
                case OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineTok or OperandType.InlineType:
                    if (Mentions(metadata, signatures, MetadataTokens.EntityHandle(il.ReadInt32())))
                        found.Add($"{code.Name} of a floating-point member or type");
                    break;
                default:
                    il.ReadInt32();
                    break;
            }
        }
        return found;
    }

    // What a call, field access or cast names: the member's signature, its generic arguments and its declaring type.
    private static bool Mentions(MetadataReader metadata, MentionsFloat signatures, EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.MemberReference:
                MemberReference member = metadata.GetMemberReference((MemberReferenceHandle)handle);
                return Mentions(metadata, signatures, member.Parent)
                    || (member.GetKind() == MemberReferenceKind.Field ? member.DecodeFieldSignature(signatures, null) : Mentions(member.DecodeMethodSignature(signatures, null)));
            case HandleKind.MethodSpecification:
                MethodSpecification specification = metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                return Mentions(metadata, signatures, specification.Method) || specification.DecodeSignature(signatures, null).Any(mentions => mentions);
            case HandleKind.TypeSpecification:
                return metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(signatures, null);
            case HandleKind.TypeReference:
                return signatures.GetTypeFromReference(metadata, (TypeReferenceHandle)handle, 0);
            default:
                return false;
        }
    }

    private static bool Mentions(MethodSignature<bool> signature) => signature.ReturnType || signature.ParameterTypes.Any(mentions => mentions);

    private static string FullName(MetadataReader metadata, TypeDefinition type)
    {
        string name = metadata.GetString(type.Name);
        return type.GetDeclaringType() is { IsNil: false } outer
            ? $"{FullName(metadata, metadata.GetTypeDefinition(outer))}+{name}"
            : $"{metadata.GetString(type.Namespace)}.{name}";
    }

    // Decodes a signature to one bit: whether a floating-point type occurs anywhere in it.
    private sealed class MentionsFloat(MetadataReader metadata) : ISignatureTypeProvider<bool, object?>
    {
        public bool GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode is PrimitiveTypeCode.Single or PrimitiveTypeCode.Double;

        public bool GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
        {
            TypeReference type = metadata.GetTypeReference(handle);
            return metadata.GetString(type.Namespace) == "System" && metadata.GetString(type.Name) is "Single" or "Double" or "Half";
        }

        public bool GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => false;

        public bool GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
            reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

        public bool GetArrayType(bool elementType, ArrayShape shape) => elementType;

        public bool GetByReferenceType(bool elementType) => elementType;

        public bool GetFunctionPointerType(MethodSignature<bool> signature) => Mentions(signature);

        public bool GetGenericInstantiation(bool genericType, ImmutableArray<bool> typeArguments) => genericType || typeArguments.Any(mentions => mentions);

        public bool GetGenericMethodParameter(object? genericContext, int index) => false;

        public bool GetGenericTypeParameter(object? genericContext, int index) => false;

        public bool GetModifiedType(bool modifier, bool unmodifiedType, bool isRequired) => modifier || unmodifiedType;

        public bool GetPinnedType(bool elementType) => elementType;

        public bool GetPointerType(bool elementType) => elementType;

        public bool GetSZArrayType(bool elementType) => elementType;
    }
}
